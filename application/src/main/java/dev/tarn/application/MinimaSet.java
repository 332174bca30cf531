package dev.tarn.application;

import dev.tarn.landscape.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A set of minima as a person writes it.
 *
 * @param text ids ({@code 4,17,20-25}), {@code lowest:5}, {@code @file} (ids separated by blanks; a
 *     first number that counts the others, as PATHSAMPLE's min.A has it, is skipped), {@code
 *     @min.A} (the set A that the landscape was imported with), or a Cypher predicate on {@code m}
 *     ({@code m.energy < -44})
 */
public record MinimaSet(String text) {
  private static final Pattern IDS = Pattern.compile("\\[?[0-9][0-9,;\\s-]*\\]?");
  private static final Pattern LOWEST = Pattern.compile("lowest:([0-9]+)");
  private static final int MOST = 10_000_000;

  /** The minima of these ids. */
  public static MinimaSet of(long... ids) {
    return new MinimaSet(
        LongStream.of(ids).mapToObj(Long::toString).collect(Collectors.joining(",")));
  }

  /** The lowest minima, so many. */
  public static MinimaSet lowest(int count) {
    return new MinimaSet("lowest:" + count);
  }

  /**
   * The ids, each one that of a minimum of the subject.
   *
   * @param option what a message calls the set
   * @throws QuestionException if the text is malformed, or names no minimum, or one that the
   *     subject does not have
   */
  public long[] ids(OptionName option, Subject subject) {
    String stripped = text.strip();
    Network network = subject.network();
    Matcher lowest = LOWEST.matcher(stripped);
    long[] ids;
    if (stripped.startsWith("@")) {
      ids = ofFile(option, stripped.substring(1), subject);
    } else if (lowest.matches()) {
      ids = lowest(option, lowest.group(1), network);
    } else if (IDS.matcher(stripped).matches()) {
      ids = listed(option, "", stripped.replaceAll("[\\[\\]]", ""));
    } else if (subject.source().isGraph()) {
      ids = Projection.minimaWhere(stripped, network, subject.source(), option);
    } else {
      throw QuestionException.misuse(
          option,
          ": expected ids, lowest:N or @file (Cypher needs a landscape of the store), found ",
          stripped);
    }
    if (ids.length == 0) {
      throw QuestionException.failed(option, ": no minimum of ", subject.name(), " is in ", text);
    }
    for (long id : ids) {
      if (network.nodeOf(id) < 0) {
        throw QuestionException.failed(
            option,
            ": expected ids of minima of " + subject.name() + ", found " + id + "; they go from ",
            network.minimumId(0) + " to " + network.minimumId(network.nodeCount() - 1));
      }
    }
    return ids;
  }

  static QuestionException malformed(Projection.Fault fault) {
    return QuestionException.misuse(
        fault.predicate().option(),
        ": expected ids, lowest:N, @file or a Cypher predicate on m, found "
            + fault.predicate().text()
            + " ("
            + fault.position()
            + fault.said()
            + ")");
  }

  private static long[] lowest(OptionName option, String count, Network network) {
    int wanted = count.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(count);
    if (wanted < 1) {
      throw QuestionException.misuse(
          option, ": expected lowest:N with N >= 1, found lowest:", count);
    }
    return Arrays.stream(EnergyOrder.of(network))
        .limit(wanted)
        .mapToLong(network::minimumId)
        .toArray();
  }

  private static long[] listed(OptionName option, String where, String text) {
    return Arrays.stream(text.strip().split("[,;\\s]+", -1))
        .flatMapToLong(part -> range(option, where, part))
        .distinct()
        .toArray();
  }

  private static LongStream range(OptionName option, String where, String part) {
    try {
      int dash = part.indexOf('-');
      long first = Long.parseLong(dash < 0 ? part : part.substring(0, dash));
      long last = dash < 0 ? first : Long.parseLong(part.substring(dash + 1));
      if (last >= first && last - first < MOST) {
        return LongStream.rangeClosed(first, last);
      }
    } catch (NumberFormatException e) {
      // As where the range is empty or too long.
    }
    throw QuestionException.misuse(
        option, where, ": expected ids such as 4,17,20-25, found ", part);
  }

  private static long[] ofFile(OptionName option, String name, Subject subject) {
    Optional<Path> file = subject.source().file(name);
    if (file.isPresent()) {
      try {
        List<String> words = List.of(Files.readString(file.get()).strip().split("\\s+", -1));
        int start = words.get(0).equals(Integer.toString(words.size() - 1)) ? 1 : 0;
        return listed(option, " @" + name, String.join(" ", words.subList(start, words.size())));
      } catch (IOException e) {
        // The set may have been imported from a file that is elsewhere.
      }
    }
    return imported(option, name, subject, file.isPresent());
  }

  private static long[] imported(
      OptionName option, String name, Subject subject, boolean mayBeFile) {
    String set = name.replaceFirst("^.*min\\.", "");
    LandscapeSource source = subject.source();
    if (!source.isGraph() || !set.matches("[A-Za-z0-9]+")) {
      throw mayBeFile
          ? QuestionException.failed(option, ": cannot read " + name + ": no such file of ids")
          : QuestionException.misuse(option, ": expected a set such as @min.A, found @", name);
    }
    long[] ids =
        source
            .column(
                "MATCH (m:Minimum {landscape: $landscape}) WHERE m.set CONTAINS $set"
                    + " RETURN m.id AS id ORDER BY id",
                Map.of("landscape", subject.name(), "set", set))
            .stream()
            .mapToLong(id -> ((Number) id).longValue())
            .filter(id -> subject.network().nodeOf(id) >= 0)
            .toArray();
    if (ids.length == 0) {
      throw QuestionException.failed(
          option,
          mayBeFile ? ": no file " + name + " here, and no set " : ": no set ",
          set + " that " + subject.name() + " was imported with");
    }
    return ids;
  }
}
