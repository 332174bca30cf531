package dev.tarn.graphstore.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.landscape.Landscape;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersJsonTests {
  private static final String TEXT =
      "{\"b\":2.0,\"a\":2,\"small\":1.0E-4,\"text\":\"\\\"\u03b1\\\"\",\"no\":false,"
          + "\"list\":[1,2.5],\"map\":{\"z\":1,\"y\":null}}";

  private static Map<String, Object> parameters() {
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("z", 1);
    inner.put("y", Double.POSITIVE_INFINITY);
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("b", 2f);
    parameters.put("a", 2);
    parameters.put("small", 1e-4);
    parameters.put("text", "\"\u03b1\"");
    parameters.put("no", false);
    parameters.put("list", List.of(1, 2.5));
    parameters.put("map", inner);
    return new Landscape("l", "x", parameters, 0, 0, "", "", 1, Instant.EPOCH).parameters();
  }

  @Test
  void keepsTheOrderOfKeysAndTheTypesOfNumbers() {
    assertThat(ParametersJson.encode(parameters())).isEqualTo(TEXT);
    assertThat(ParametersJson.decode(TEXT)).isEqualTo(parameters());
    assertThat(ParametersJson.encode(ParametersJson.decode(TEXT))).isEqualTo(TEXT);
  }

  @Test
  void sortsKeysAtEveryDepth() {
    assertThat(ParametersJson.encodeSorted(parameters()))
        .startsWith("{\"a\":2,\"b\":2.0,\"list\"")
        .contains("{\"y\":null,\"z\":1}");
  }

  @Test
  void readsWhatIsNoObjectAsNoParameters() {
    for (String foreign : List.of("", "{}", "null", "[1]", "\"text\"", "atoms 13", "{\"a\":")) {
      assertThat(ParametersJson.decode(foreign)).as(foreign).isEmpty();
    }
  }
}
