package dev.tarn.cli;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known name that a person most likely meant. */
final class Nearest {
  private Nearest() {}

  /**
   * The candidate with the smallest edit distance (insertion, deletion, replacement, exchange of
   * neighbours; case and the difference between {@code -} and {@code _} ignored), the first of
   * equally near ones; empty if even that one is too far to be meant. O(length² · candidates).
   */
  static Optional<String> of(String name, Collection<String> candidates) {
    String wanted = fold(name);
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      String folded = fold(candidate);
      int distance = distance(wanted, folded);
      if (wanted.length() >= 3 && folded.startsWith(wanted)) {
        distance = Math.min(distance, 1);
      }
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    int allowed = Math.max(1, (wanted.length() + 1) / 3);
    return bestDistance <= allowed ? Optional.ofNullable(best) : Optional.empty();
  }

  /** {@code "; did you mean NAME?"}, or nothing. */
  static String question(String name, Collection<String> candidates) {
    return of(name, candidates).map(near -> "; did you mean " + near + "?").orElse("");
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
        boolean exchanged =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (exchanged) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
