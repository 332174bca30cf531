package dev.tarn.application.runfile;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write and read them. */
public final class Durations {
  /** What {@link #parse} understands, to follow "expected". */
  public static final String EXPECTED = "a time such as 90s, 5m or 1h30m";

  private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ms|s|m|h|d)");
  private static final double MOST_SECONDS = 366 * 86400.0;

  private Durations() {}

  /** The time; seconds where no unit stands; empty if it is none, is not above 0 or over a year. */
  public static Optional<Duration> parse(String text) {
    String rest = text.strip().toLowerCase(Locale.ROOT).replace(" ", "");
    if (rest.matches("[0-9]+(\\.[0-9]+)?")) {
      rest += "s";
    }
    Matcher part = PART.matcher(rest);
    double seconds = 0;
    int end = 0;
    while (part.find() && part.start() == end) {
      seconds += Double.parseDouble(part.group(1)) * unitSeconds(part.group(2));
      end = part.end();
    }
    if (end != rest.length() || !(seconds > 0 && seconds <= MOST_SECONDS)) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos(Math.round(seconds * 1e9)));
  }

  private static double unitSeconds(String unit) {
    return switch (unit) {
      case "ms" -> 1e-3;
      case "m" -> 60;
      case "h" -> 3600;
      case "d" -> 86400;
      default -> 1;
    };
  }

  /** Such as {@code 3.2 s}, {@code 4:05} or {@code 2:04:05}. */
  public static String shown(double seconds) {
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", Math.max(0, seconds));
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }
}
