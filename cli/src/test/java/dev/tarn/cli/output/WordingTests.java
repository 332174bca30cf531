package dev.tarn.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.application.NamedValues;
import dev.tarn.application.runfile.Durations;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How numbers, times, names and tables are worded. */
class WordingTests {

  @Test
  void numbersKeepTheDigitsThatAreMeant() {
    assertThat(Numbers.energy(-44.3268014159)).isEqualTo("-44.326801");
    assertThat(Numbers.significant(1.2756054643e12, 6)).isEqualTo("1.27561e+12");
    assertThat(Numbers.significant(0.104964, 4)).isEqualTo("0.1050");
    assertThat(Numbers.significant(14.0604614, 6)).isEqualTo("14.0605");
    assertThat(Numbers.significant(0, 3)).isEqualTo("0.000");
    assertThat(Numbers.significant(Double.NaN, 3)).isEqualTo("-");
    assertThat(Numbers.count(29007)).isEqualTo("29,007");
    assertThat(Numbers.percent(0.9731)).isEqualTo("97.3 %");
    assertThat(Numbers.plain(1000)).isEqualTo("1000");
    assertThat(Numbers.plain(1e-9)).isEqualTo("1.0E-9");
  }

  @Test
  void timesAreReadAndShownAsPeopleWriteThem() {
    assertThat(Durations.parse("90")).contains(Duration.ofSeconds(90));
    assertThat(Durations.parse("1h30m")).contains(Duration.ofMinutes(90));
    assertThat(Durations.parse("0.5s")).contains(Duration.ofMillis(500));
    assertThat(Durations.parse("2 d")).contains(Duration.ofDays(2));
    for (String wrong : List.of("", "0", "-3s", "5 minutes", "m", "NaN", "1e9d", "99999d")) {
      assertThat(Durations.parse(wrong)).as(wrong).isEmpty();
    }
    assertThat(Durations.shown(3.21)).isEqualTo("3.2 s");
    assertThat(Durations.shown(59.4)).isEqualTo("59 s");
    assertThat(Durations.shown(245)).isEqualTo("4:05");
    assertThat(Durations.shown(7445)).isEqualTo("2:04:05");
  }

  @Test
  void tablesAlignNumbersToTheRightAndWordsToTheLeft() {
    Table table = new Table("landscape", "minima", "lowest");
    table.row("lj13", "1,510", "-44.326801").row("mueller-brown", "3", "-");
    assertThat(printed(table::printTo))
        .isEqualTo(
            """
            landscape      minima      lowest
            lj13            1,510  -44.326801
            mueller-brown       3           -
            """);
  }

  @Test
  void jsonKeepsAllDigitsAndKnowsNoNan() {
    NamedValues values =
        NamedValues.empty()
            .put("energy", -44.32680141953501)
            .put("unknown", Double.NaN)
            .put("ids", new long[] {1, 2})
            .put("nested", Map.of("a", List.of("b", 1)));
    assertThat(printed(out -> Json.write(values, out)))
        .isEqualTo(
            "{\"energy\":-44.32680141953501,\"unknown\":null,\"ids\":[1,2],"
                + "\"nested\":{\"a\":[\"b\",1]}}\n");
  }

  private static String printed(java.util.function.Consumer<PrintStream> print) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    print.accept(stream);
    stream.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
