package dev.tarn.graphstore.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.tarn.graphstore.schema.ParametersJson;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * One JSON object a line: a header, then minima, transition states and unconnected stationary
 * points, each by ascending id.
 *
 * <p>Equal landscapes give equal bytes: there is no name, no time, no run and no version in it, the
 * order of keys is fixed, numbers are the shortest that read back, unknown quantities are left out.
 */
final class JsonLinesWriter {
  static final String FORMAT = "tarnLandscape";
  static final int VERSION = 1;
  static final String MINIMUM = "minimum";
  static final String TRANSITION_STATE = "transitionState";
  static final String STATIONARY_POINT = "stationaryPoint";

  private final JsonGenerator json;

  private JsonLinesWriter(OutputStream out) throws IOException {
    json =
        JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .createGenerator(out);
    json.setRootValueSeparator(null);
  }

  static void write(LandscapeStore store, Landscape landscape, OutputStream out)
      throws IOException {
    JsonLinesWriter writer = new JsonLinesWriter(out);
    try {
      writer.header(landscape);
      String name = landscape.name();
      store.forEachMinimum(name, m -> writer.point(MINIMUM, m));
      store.forEachTransitionState(name, t -> writer.point(TRANSITION_STATE, t));
      store.forEachStationaryPoint(name, s -> writer.point(STATIONARY_POINT, s));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    writer.json.flush();
  }

  private void header(Landscape landscape) throws IOException {
    json.writeStartObject();
    json.writeNumberField(FORMAT, VERSION);
    json.writeStringField("potential", landscape.potential());
    json.writeFieldName("parameters");
    json.writeRawValue(ParametersJson.encodeSorted(landscape.parameters()));
    json.writeNumberField("dimension", landscape.dimension());
    json.writeNumberField("zeroModes", landscape.zeroModes());
    json.writeStringField("energyUnit", landscape.energyUnit());
    json.writeStringField("lengthUnit", landscape.lengthUnit());
    endLine();
  }

  private void endLine() throws IOException {
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void point(String kind, StationaryPoint p) {
    try {
      json.writeStartObject();
      json.writeNumberField(kind, p.id());
      if (p instanceof TransitionState t) {
        json.writeFieldName("minima");
        json.writeArray(new long[] {t.higherMinimum(), t.lowerMinimum()}, 0, 2);
      }
      if (p instanceof UnconnectedStationaryPoint s) {
        json.writeNumberField("index", s.index());
        json.writeNumberField("unexpectedZeroEigenvalues", s.unexpectedZeroEigenvalues());
      }
      json.writeNumberField("energy", p.energy());
      known("logDetHessian", p.logDetHessian());
      json.writeNumberField("symmetryOrder", p.symmetryOrder());
      if (p instanceof TransitionState t) {
        known("lowestEigenvalue", t.lowestEigenvalue());
      }
      known("rmsGradient", p.rmsGradient());
      json.writeNumberField("hits", p.hits());
      if (!p.observables().names().isEmpty()) {
        json.writeObjectFieldStart("observables");
        for (Map.Entry<String, Double> entry : p.observables().asMap().entrySet()) {
          json.writeNumberField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
      }
      if (p.coordinates().length > 0) {
        json.writeFieldName("coordinates");
        json.writeArray(p.coordinates(), 0, p.coordinates().length);
      }
      endLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void known(String key, double value) throws IOException {
    if (!Double.isNaN(value)) {
      json.writeNumberField(key, value);
    }
  }
}
