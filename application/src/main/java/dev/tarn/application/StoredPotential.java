package dev.tarn.application;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tarn.landscape.Landscape;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The potential that a stored landscape is of, made again from the landscape's record. */
public final class StoredPotential {
  private StoredPotential() {}

  /** The potential; empty where its name is unknown here, as of most imported landscapes. */
  public static Optional<Potential> of(Landscape landscape) {
    PotentialCatalogue catalogue = PotentialCatalogue.standard();
    if (catalogue.kind(landscape.potential()).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          catalogue.create(landscape.potential(), parameters(landscape)).potential());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The potential.
   *
   * @throws QuestionException if it cannot be made again
   */
  public static Potential require(Landscape landscape) {
    try {
      return PotentialCatalogue.standard()
          .create(landscape.potential(), parameters(landscape))
          .potential();
    } catch (IllegalArgumentException e) {
      throw QuestionException.failed(
          "landscape "
              + landscape.name()
              + ": its potential cannot be made again: "
              + QuestionException.reason(e));
    }
  }

  /** The parameters by name; none where the record holds no JSON object. */
  public static Map<String, Object> parameters(Landscape landscape) {
    try (JsonParser parser = new JsonFactory().createParser(landscape.parameters())) {
      return parser.nextToken() == JsonToken.START_OBJECT ? object(parser) : Map.of();
    } catch (IOException e) {
      return Map.of();
    }
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return members;
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        yield items;
      }
      default -> parser.getText();
    };
  }
}
