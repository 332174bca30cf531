package dev.tarn.cli.verb.find;

import dev.tarn.application.NamedValues;
import dev.tarn.cli.output.CommandException;
import dev.tarn.cli.output.Json;
import dev.tarn.cli.output.Numbers;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.Verb;
import dev.tarn.landscape.NearestName;
import dev.tarn.potentials.catalogue.Parameter;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import dev.tarn.potentials.catalogue.PotentialKind;
import dev.tarn.potentials.catalogue.PotentialSpecification;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Which potentials can be explored, and what they want to know. */
@Command(
    name = "systems",
    description = "List the potentials that can be explored, with their parameters.",
    footerHeading = "%nExamples:%n",
    footer = {"  tarn systems", "  tarn systems morse"})
public final class SystemsVerb extends Verb {

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "Only the potential of that name.")
  @Nullable String name;

  @Override
  protected void run(Terminal terminal) {
    List<PotentialKind> kinds = PotentialCatalogue.standard().kinds();
    if (name != null) {
      List<String> known = kinds.stream().map(PotentialKind::name).toList();
      kinds = kinds.stream().filter(kind -> kind.name().equals(name)).toList();
      if (kinds.isEmpty()) {
        throw CommandException.usage(
            "unknown potential " + name + NearestName.suggestion(name, known));
      }
    }
    if (forPrograms()) {
      List<PotentialKind> shown = kinds;
      Json.write(
          NamedValues.empty()
              .put("systems", kinds.stream().map(SystemsVerb::json).toList())
              .withRows(() -> shown.stream().flatMap(SystemsVerb::rows).toList()),
          terminal);
      return;
    }
    kinds.forEach(kind -> print(kind, terminal.out()));
    PotentialKind first = kinds.get(0);
    next(
        terminal,
        "explore --potential "
            + first.name()
            + example(first).entrySet().stream()
                .map(entry -> " --set " + entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining()));
  }

  private static void print(PotentialKind kind, PrintStream out) {
    out.println(kind.name());
    out.println("    " + kind.description());
    PotentialSpecification specification =
        PotentialCatalogue.standard().create(kind.name(), example(kind));
    out.println("    symmetry: " + specification.potential().symmetry().description());
    for (Parameter<?> parameter : kind.parameters()) {
      out.println(
          "    "
              + parameter.name()
              + ": "
              + parameter.description()
              + parameter.fallback().map(value -> " (default " + shown(value) + ")").orElse(""));
    }
    out.println();
  }

  /** Small values for the parameters that must be given. */
  private static Map<String, Object> example(PotentialKind kind) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Parameter<?> parameter : kind.parameters()) {
      if (parameter.fallback().isEmpty()) {
        values.put(parameter.name(), parameter.example());
      }
    }
    return values;
  }

  private static String shown(Object value) {
    if (value instanceof Number number) {
      return Numbers.plain(number.doubleValue());
    }
    return "".equals(value) ? "none" : value.toString();
  }

  /** A row for each parameter; one without where there is none. */
  private static Stream<NamedValues> rows(PotentialKind kind) {
    if (kind.parameters().isEmpty()) {
      return Stream.of(NamedValues.empty().put("system", kind.name()));
    }
    return kind.parameters().stream()
        .map(parameter -> NamedValues.empty().put("system", kind.name()).putAll(json(parameter)));
  }

  private static NamedValues json(PotentialKind kind) {
    PotentialSpecification specification =
        PotentialCatalogue.standard().create(kind.name(), example(kind));
    return NamedValues.empty()
        .put("name", kind.name())
        .put("description", kind.description())
        .put("symmetry", specification.potential().symmetry().description())
        .put("energyUnit", specification.potential().energyUnit())
        .put("lengthUnit", specification.potential().lengthUnit())
        .put("parameters", kind.parameters().stream().map(SystemsVerb::json).toList());
  }

  private static NamedValues json(Parameter<?> parameter) {
    return NamedValues.empty()
        .put("name", parameter.name())
        .put("type", parameter.typeInWords())
        .put("default", parameter.fallback().orElse(null))
        .put("least", parameter.least())
        .put("most", parameter.most())
        .put("description", parameter.description());
  }
}
