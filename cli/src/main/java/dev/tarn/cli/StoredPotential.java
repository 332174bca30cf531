package dev.tarn.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tarn.explorer.catalogue.PotentialCatalogue;
import dev.tarn.explorer.potential.Potential;
import dev.tarn.landscape.Landscape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The potential that a stored landscape is of, made again from the landscape's record. */
final class StoredPotential {
  private StoredPotential() {}

  /** The potential; empty where its name is unknown here, as of most imported landscapes. */
  static Optional<Potential> of(Landscape landscape) {
    if (PotentialCatalogue.kinds().stream()
        .noneMatch(k -> k.name().equals(landscape.potential()))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          PotentialCatalogue.create(landscape.potential(), parameters(landscape.parameters()))
              .potential());
    } catch (IllegalArgumentException | IOException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> parameters(String json) throws IOException {
    Map<String, Object> parameters = new LinkedHashMap<>();
    if (json.isBlank()) {
      return parameters;
    }
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        parameters.put(name, value(parser));
      }
    }
    return parameters;
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        yield items;
      }
      case START_OBJECT -> {
        Map<String, Object> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          entries.put(name, value(parser));
        }
        yield entries;
      }
      default -> parser.getText();
    };
  }
}
