package dev.tarn.graphstore.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tarn.graphstore.schema.ParametersJson;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what {@link JsonLinesWriter} writes. */
final class JsonLinesReader implements ArchiveReader {
  private static final int LONGEST_LINE = 64 << 20;
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private final Path file;
  private final Clock clock;
  private final double totalBytes;
  private final Set<Long> minima = new HashSet<>();
  private final Set<Long> transitionStates = new HashSet<>();
  private final Set<Long> points = new HashSet<>();
  private long bytesRead;
  private List<String> lastNames = List.of();

  JsonLinesReader(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
    long size;
    try {
      size = Files.size(file);
    } catch (IOException e) {
      throw ArchiveException.unreadable(file, e);
    }
    totalBytes = size;
  }

  @Override
  public double fraction() {
    return totalBytes > 0 ? bytesRead / totalBytes : Double.NaN;
  }

  @Override
  public void read(String name, Receiver receiver) {
    try (TextLines lines = TextLines.open(file, LONGEST_LINE)) {
      String first = lines.next();
      if (first == null) {
        throw new ArchiveException(lines.name() + ": expected a landscape, found an empty file");
      }
      receiver.landscape(landscape(name, object(lines, first), lines));
      for (String line = lines.next(); line != null; line = lines.next()) {
        JsonNode o = object(lines, line);
        try {
          pass(o, lines, receiver);
        } catch (IllegalArgumentException e) {
          throw lines.error(String.valueOf(e.getMessage()));
        }
        bytesRead = lines.bytesRead();
      }
    }
  }

  private static JsonNode object(TextLines lines, String line) {
    try {
      JsonNode node = JSON.readTree(line);
      if (node != null && node.isObject()) {
        return node;
      }
      throw lines.error("expected a JSON object, found '" + TextLines.shortened(line) + "'");
    } catch (JsonProcessingException e) {
      String problem = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
      throw lines.error("column " + column + ": malformed JSON: " + problem);
    }
  }

  private Landscape landscape(String name, JsonNode o, TextLines lines) {
    JsonNode version = o.get(JsonLinesWriter.FORMAT);
    if (version == null || !version.isInt()) {
      throw lines.error(
          "expected a header with \""
              + JsonLinesWriter.FORMAT
              + "\": "
              + JsonLinesWriter.VERSION
              + ", found none");
    }
    if (version.asInt() != JsonLinesWriter.VERSION) {
      throw lines.error(
          "expected format version "
              + JsonLinesWriter.VERSION
              + ", found "
              + version.asInt()
              + (version.asInt() > JsonLinesWriter.VERSION ? ": update Tarn" : ""));
    }
    JsonNode parameters = o.get("parameters");
    try {
      return new Landscape(
          name,
          text(o, "potential"),
          parameters == null ? Map.of() : ParametersJson.decode(parameters.toString()),
          (int) integer(o, "dimension", lines),
          (int) integer(o, "zeroModes", lines),
          text(o, "energyUnit"),
          text(o, "lengthUnit"),
          Landscape.CURRENT_SCHEMA_VERSION,
          clock.instant());
    } catch (IllegalArgumentException e) {
      throw lines.error(String.valueOf(e.getMessage()));
    }
  }

  private void pass(JsonNode o, TextLines lines, Receiver receiver) {
    if (o.has(JsonLinesWriter.MINIMUM)) {
      long id = id(o, JsonLinesWriter.MINIMUM, minima, lines);
      receiver.minimum(
          new Minimum(
              id,
              energy(o, lines),
              number(o, "logDetHessian", lines),
              order(o, lines),
              number(o, "rmsGradient", lines),
              hits(o, lines),
              coordinates(o, lines),
              observables(o, lines)));
    } else if (o.has(JsonLinesWriter.TRANSITION_STATE)) {
      long id = id(o, JsonLinesWriter.TRANSITION_STATE, transitionStates, lines);
      receiver.transitionState(
          new TransitionState(
              id,
              end(o, 0, lines),
              end(o, 1, lines),
              energy(o, lines),
              number(o, "logDetHessian", lines),
              order(o, lines),
              number(o, "lowestEigenvalue", lines),
              number(o, "rmsGradient", lines),
              hits(o, lines),
              coordinates(o, lines),
              observables(o, lines)));
    } else if (o.has(JsonLinesWriter.STATIONARY_POINT)) {
      long id = id(o, JsonLinesWriter.STATIONARY_POINT, points, lines);
      receiver.stationaryPoint(
          new UnconnectedStationaryPoint(
              id,
              (int) integer(o, "index", lines),
              (int) integer(o, "unexpectedZeroEigenvalues", lines),
              energy(o, lines),
              number(o, "logDetHessian", lines),
              order(o, lines),
              number(o, "rmsGradient", lines),
              hits(o, lines),
              coordinates(o, lines),
              observables(o, lines)));
    } else {
      throw lines.error(
          "expected \"minimum\", \"transitionState\" or \"stationaryPoint\", found " + names(o));
    }
  }

  private static String names(JsonNode o) {
    Iterator<String> names = o.fieldNames();
    return names.hasNext() ? '"' + TextLines.shortened(names.next()) + '"' : "an empty object";
  }

  private static long id(JsonNode o, String kind, Set<Long> known, TextLines lines) {
    long id = integer(o, kind, lines);
    if (!known.add(id)) {
      throw lines.error(kind + " " + id + " stands there twice");
    }
    return id;
  }

  private long end(JsonNode o, int which, TextLines lines) {
    JsonNode ends = o.get("minima");
    JsonNode end = ends == null || ends.size() != 2 ? null : ends.get(which);
    if (end == null || !end.canConvertToExactIntegral()) {
      throw lines.error("expected \"minima\": two ids, found " + brief(ends));
    }
    if (!minima.contains(end.asLong())) {
      throw lines.error(
          "ends at minimum " + end.asLong() + ", which no line before this one gives");
    }
    return end.asLong();
  }

  private static String text(JsonNode o, String key) {
    JsonNode value = o.get(key);
    return value == null ? "" : value.asText();
  }

  private static long integer(JsonNode o, String key, TextLines lines) {
    JsonNode value = o.get(key);
    if (value == null) {
      return 0;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw lines.error("expected a whole number \"" + key + "\", found " + brief(value));
    }
    return value.asLong();
  }

  private static int order(JsonNode o, TextLines lines) {
    long order = o.has("symmetryOrder") ? integer(o, "symmetryOrder", lines) : 1;
    if (order < 1 || order > Integer.MAX_VALUE) {
      throw lines.error("expected a symmetry order of at least 1, found " + order);
    }
    return (int) order;
  }

  private static long hits(JsonNode o, TextLines lines) {
    return integer(o, "hits", lines);
  }

  private static double energy(JsonNode o, TextLines lines) {
    double energy = number(o, "energy", lines);
    if (!Double.isFinite(energy)) {
      throw lines.error("expected a finite number \"energy\", found " + brief(o.get("energy")));
    }
    return energy;
  }

  /** The number, NaN if it is not there. */
  private static double number(JsonNode o, String key, TextLines lines) {
    JsonNode value = o.get(key);
    return value == null ? Double.NaN : value(value, key, lines);
  }

  private static double value(JsonNode value, String key, TextLines lines) {
    if (value.isNumber()) {
      return value.doubleValue();
    }
    return switch (value.asText()) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw lines.error("expected a number \"" + key + "\", found " + brief(value));
    };
  }

  private static double[] coordinates(JsonNode o, TextLines lines) {
    JsonNode array = o.get("coordinates");
    if (array == null) {
      return new double[0];
    }
    if (!array.isArray()) {
      throw lines.error("expected an array \"coordinates\", found " + brief(array));
    }
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(array.get(i), "coordinates", lines);
    }
    return values;
  }

  private Observables observables(JsonNode o, TextLines lines) {
    JsonNode map = o.get("observables");
    if (map == null) {
      return Observables.NONE;
    }
    if (!map.isObject()) {
      throw lines.error("expected an object \"observables\", found " + brief(map));
    }
    double[] values = new double[map.size()];
    String[] names = new String[values.length];
    int i = 0;
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      names[i] = entry.getKey();
      values[i++] = value(entry.getValue(), entry.getKey(), lines);
    }
    List<String> list = List.of(names);
    lastNames = list.equals(lastNames) ? lastNames : list;
    return Observables.of(lastNames, values);
  }

  private static String brief(@org.jspecify.annotations.Nullable JsonNode value) {
    return value == null ? "nothing" : TextLines.shortened(value.toString());
  }
}
