package dev.tarn.cypher;

import dev.tarn.landscape.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A set of minima as a person writes it in an option of a procedure: {@code 4,17,20-25}, {@code
 * lowest:5}, {@code @min.A} (the set A that the landscape was imported with), or a Cypher predicate
 * on {@code m}.
 */
public final class MinimaSet {
  private static final Pattern IDS = Pattern.compile("\\[?[0-9][0-9,;\\s-]*\\]?");
  private static final Pattern LOWEST = Pattern.compile("lowest:([0-9]{1,9})");
  private static final int MOST = 10_000_000;

  private MinimaSet() {}

  /**
   * The ids of its minima.
   *
   * @param name how a message calls it
   * @throws CypherException if it is malformed or has no minimum
   */
  public static long[] ids(String text, Network network, Projection.Asker asker, String name) {
    String stripped = text.strip();
    Matcher lowest = LOWEST.matcher(stripped);
    long[] ids;
    if (lowest.matches()) {
      ids = lowest(network, Integer.parseInt(lowest.group(1)));
    } else if (IDS.matcher(stripped).matches()) {
      ids = listed(stripped.replaceAll("[\\[\\]]", ""), name);
    } else {
      ids = Projection.minimaWhere(predicate(stripped, name), network, asker, name);
    }
    if (ids.length == 0) {
      throw new CypherException(name + ": no minimum of " + network.name() + " is in " + stripped);
    }
    return ids;
  }

  private static String predicate(String text, String name) {
    if (!text.startsWith("@")) {
      return text;
    }
    String set = text.substring(1).replaceFirst("^.*min\\.", "");
    if (!set.matches("[A-Za-z0-9]+")) {
      throw new CypherException(name + ": expected a set such as @min.A, found " + text);
    }
    return "m.set CONTAINS '" + set + "'";
  }

  private static long[] lowest(Network network, int count) {
    return IntStream.range(0, network.nodeCount())
        .boxed()
        .sorted(Comparator.comparingDouble(network::energy))
        .limit(count)
        .mapToLong(network::minimumId)
        .toArray();
  }

  private static long[] listed(String text, String name) {
    List<Long> ids = new ArrayList<>();
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
        throw new CypherException(name + ": expected ids such as 4,17,20-25, found " + part);
      }
    }
    return ids.stream().distinct().mapToLong(Long::longValue).toArray();
  }
}
