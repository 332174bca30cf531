package dev.tarn.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All verbs, in the order in which help lists them. */
final class Verbs {
  private Verbs() {}

  /**
   * A verb before it is created, so that only the one in use is loaded.
   *
   * @param name what a person types
   * @param group heading under which help lists it
   * @param arguments what usually follows it
   * @param summary what it does, a few words
   * @param create makes it
   */
  record Entry(
      String name, String group, String arguments, String summary, Supplier<Verb> create) {}

  private static final String OTHER = "Other";

  static final List<Entry> ALL =
      List.of(new Entry("version", OTHER, "", "which version this is", VersionVerb::new));

  private static final Entry WARM_UP =
      new Entry("warm-up", OTHER, "FOLDER", "what the launcher records", WarmUpVerb::new);

  static Optional<Entry> named(String name) {
    if (name.equals(WARM_UP.name())) {
      return Optional.of(WARM_UP);
    }
    return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  static List<String> names() {
    return ALL.stream().map(Entry::name).toList();
  }
}
