package dev.tarn.cli;

import dev.tarn.graphstore.GraphStore;
import dev.tarn.landscape.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A set of minima as a person writes it: ids ({@code 4,17,20-25}), {@code lowest:5}, {@code @file}
 * (ids separated by blanks; a first number that counts the others, as PATHSAMPLE's min.A has it, is
 * skipped), or a Cypher predicate on {@code m} ({@code m.energy < -44}).
 */
final class MinimaSet {
  private static final Pattern IDS = Pattern.compile("\\[?[0-9][0-9,;\\s-]*\\]?");
  private static final Pattern LOWEST = Pattern.compile("lowest:([0-9]+)");
  private static final int MOST = 10_000_000;

  private MinimaSet() {}

  /** The ids, each one that of a minimum of the network. */
  static long[] parse(String option, String text, OpenLandscape open, Network network) {
    String stripped = text.strip();
    Matcher lowest = LOWEST.matcher(stripped);
    long[] ids;
    if (stripped.startsWith("@")) {
      ids = ofFile(option, stripped.substring(1), open);
    } else if (lowest.matches()) {
      ids = lowest(option, lowest.group(1), network);
    } else if (IDS.matcher(stripped).matches()) {
      ids = ofText(option, stripped.replaceAll("[\\[\\]]", ""));
    } else {
      // What a projection left out is in no set.
      ids =
          Arrays.stream(ofPredicate(option, stripped, open))
              .filter(id -> network.nodeOf(id) >= 0)
              .toArray();
    }
    if (ids.length == 0) {
      throw CommandException.failed(option + ": no minimum of " + open.name() + " is in " + text);
    }
    for (long id : ids) {
      if (network.nodeOf(id) < 0) {
        throw CommandException.failed(
            option
                + ": expected ids of minima of "
                + open.name()
                + ", found "
                + id
                + range(network));
      }
    }
    return ids;
  }

  private static String range(Network network) {
    int n = network.nodeCount();
    return n == 0
        ? "; it has none"
        : "; they go from " + network.minimumId(0) + " to " + network.minimumId(n - 1);
  }

  private static long[] lowest(String option, String count, Network network) {
    int wanted;
    try {
      wanted = Integer.parseInt(count);
    } catch (NumberFormatException e) {
      wanted = 0;
    }
    if (wanted < 1) {
      throw CommandException.usage(
          option + ": expected lowest:N with N >= 1, found lowest:" + count);
    }
    return Arrays.stream(ShowVerb.byEnergy(network))
        .limit(wanted)
        .mapToLong(network::minimumId)
        .toArray();
  }

  private static long[] ofText(String option, String text) {
    Set<Long> ids = new LinkedHashSet<>();
    for (String part : text.strip().split("[,;\\s]+", -1)) {
      try {
        int dash = part.indexOf('-');
        long first = Long.parseLong(dash < 0 ? part : part.substring(0, dash));
        long last = dash < 0 ? first : Long.parseLong(part.substring(dash + 1));
        if (last < first || last - first >= MOST) {
          throw new NumberFormatException();
        }
        for (long id = first; id <= last; id++) {
          ids.add(id);
        }
      } catch (NumberFormatException e) {
        throw CommandException.usage(option + ": expected ids such as 4,17,20-25, found " + part);
      }
    }
    return ids.stream().mapToLong(Long::longValue).toArray();
  }

  private static long[] ofFile(String option, String name, OpenLandscape open) {
    Path file = open.resolve(name);
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      return ofImportedSet(option, name, open);
    }
    List<String> words = Arrays.stream(text.strip().split("\\s+", -1)).toList();
    int start = words.get(0).equals(Integer.toString(words.size() - 1)) ? 1 : 0;
    return ofText(option + " @" + name, String.join(" ", words.subList(start, words.size())));
  }

  /** {@code @min.A} of an imported landscape, whose files are elsewhere: its set A. */
  private static long[] ofImportedSet(String option, String name, OpenLandscape open) {
    String set = name.replaceFirst("^.*min\\.", "");
    if (!(open.store() instanceof GraphStore) || !set.matches("[A-Za-z0-9]+")) {
      throw CommandException.failed(option + ": cannot read " + name + ": no such file of ids");
    }
    long[] ids = open.minimaWhere(option, "m.set CONTAINS '" + set + "'");
    if (ids.length == 0) {
      throw CommandException.failed(
          option
              + ": no file "
              + name
              + " here, and no set "
              + set
              + " that "
              + open.name()
              + " was imported with");
    }
    return ids;
  }

  private static long[] ofPredicate(String option, String predicate, OpenLandscape open) {
    return open.minimaWhere(option, predicate);
  }
}
