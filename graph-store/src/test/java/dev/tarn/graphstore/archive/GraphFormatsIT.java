package dev.tarn.graphstore.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.landscape.InMemoryLandscapeStore;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.TransitionState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class GraphFormatsIT {
  private static final String NAME = "net & <work>";

  @TempDir Path folder = Path.of("");

  private static Document xml(ArchiveFormat format) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LandscapeArchives.exportTo(ArchiveExamples.network(), NAME, format, out);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(out.toByteArray()));
  }

  private static String at(Document document, String path) throws Exception {
    return (String)
        XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.STRING);
  }

  @Test
  void graphMlHoldsEveryNodeAndEdgeWithItsValues() throws Exception {
    Document document = xml(ArchiveFormat.GRAPHML);
    assertThat(at(document, "count(//node)")).isEqualTo("3");
    assertThat(at(document, "count(//edge)")).isEqualTo("4");
    assertThat(at(document, "/graphml/graph/@id")).isEqualTo(NAME);
    assertThat(at(document, "/graphml/key[@id='n5']/@attr.name")).isEqualTo("q \"<&");
    assertThat(at(document, "//node[@id='2']/data[@key='n5']")).isEqualTo("4.0");
    assertThat(at(document, "count(//node[@id='5']/data)")).isEqualTo("3");
    assertThat(at(document, "//edge[@id='t4']/@source")).isEqualTo("2");
    assertThat(at(document, "//edge[@id='t4']/@target")).isEqualTo("5");
    assertThat(at(document, "//edge[@id='t4']/data[@key='e1']")).isEqualTo("0.75");
    assertThat(at(document, "//edge[@id='t9']/@target")).isEqualTo("5");
  }

  @Test
  void gexfHoldsEveryNodeAndEdgeWithItsValues() throws Exception {
    Document document = xml(ArchiveFormat.GEXF);
    assertThat(at(document, "count(//nodes/node)")).isEqualTo("3");
    assertThat(at(document, "count(//edges/edge)")).isEqualTo("4");
    assertThat(at(document, "//node[@id='1']/attvalues/attvalue[@for='0']/@value"))
        .isEqualTo("-3.0");
    assertThat(at(document, "//edge[@id='2']/@target")).isEqualTo("1");
    assertThat(at(document, "//attributes[@class='node']/attribute[@id='3']/@type"))
        .isEqualTo("long");
  }

  @Test
  void csvTablesHaveAHeaderAndEmptyFieldsForTheUnknown() throws IOException {
    LandscapeArchives.exportTo(ArchiveExamples.network(), NAME, ArchiveFormat.CSV, folder);
    assertThat(Files.readAllLines(folder.resolve("nodes.csv")))
        .containsExactly(
            "Id,energy,logDetHessian,symmetryOrder,hits,inertiaX,\"q \"\"<&\"",
            "1,-3.0,1.5,2,4,1.0,2.0",
            "2,-2.0,2.5,1,3,3.0,4.0",
            "5,-2.5,,1,1,,");
    assertThat(Files.readAllLines(folder.resolve("edges.csv")))
        .startsWith(
            "Source,Target,Type,Id,energy,barrier,logDetHessian,symmetryOrder,hits",
            "2,1,Directed,1,-1.0,1.0,0.5,1,0")
        .hasSize(5);
  }

  private static List<Minimum> minima(InMemoryLandscapeStore store, String name) {
    List<Minimum> all = new ArrayList<>();
    store.forEachMinimum(name, all::add);
    return all;
  }

  private static List<TransitionState> edges(InMemoryLandscapeStore store, String name) {
    List<TransitionState> all = new ArrayList<>();
    store.forEachTransitionState(name, all::add);
    return all;
  }

  @Test
  void topSearchComesBackWithEnergiesEndsAndCoordinates() throws IOException {
    InMemoryLandscapeStore written = ArchiveExamples.network();
    LandscapeArchives.exportTo(written, NAME, ArchiveFormat.TOPSEARCH, folder);
    assertThat(folder.resolve("min.data")).hasContent("0 -3.0\n1 -2.0\n2 -2.5\n");
    assertThat(folder.resolve("ts.data")).hasContent("1 0 -1.0\n1 0 -0.75\n1 2 -1.25\n2 2 0.125\n");
    assertThat(folder.resolve("ts.coords")).doesNotExist();
    InMemoryLandscapeStore read = LandscapeArchives.readInMemory(folder, Optional.empty(), "l");
    assertThat(read.landscape("l").orElseThrow().potential()).isEqualTo("topsearch");
    assertThat(read.landscape("l").orElseThrow().dimension()).isEqualTo(2);
    assertThat(minima(read, "l")).extracting(Minimum::energy).containsExactly(-3.0, -2.0, -2.5);
    assertThat(minima(read, "l").get(0).coordinates()).containsExactly(0.1, 1.0 / 3);
    assertThat(edges(read, "l"))
        .extracting(t -> t.higherMinimum() + "-" + t.lowerMinimum())
        .containsExactly("2-1", "2-1", "2-3", "3-3");
  }

  @Test
  void numbersThatNumpyWroteAsRealsAreWholeNumbers() throws IOException {
    Files.writeString(folder.resolve("min.data"), "0.000e+00 -1.5\n1.000e+00 -1\n");
    Files.writeString(folder.resolve("ts.data"), "0.000e+00 1.000e+00 0.5\n");
    assertThat(edges(LandscapeArchives.readInMemory(folder, Optional.empty(), "l"), "l"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 -1;1 -2        | 0 2 0.5   | ts.data line 1: expected the number of a minimum from 0 to"
            + " 1, found 2",
        "0 -1;2 -2        | 0 1 0.5   | min.data line 2: expected the number of this minimum, from"
            + " 1 to 1, found 2",
        "0 -1;1 -2 3      | 0 1 0.5   | min.data line 2: expected 2 columns (number, energy), found"
            + " 3",
        "0 -1;1 -2        | 0 1       | ts.data line 1: expected 3 columns (minimum, minimum,"
            + " energy), found 2",
        "0 nan;1 -2       | 0 1 1     | min.data line 1: expected a finite number (energy), found"
            + " 'nan'",
      })
  void damagedTopSearchFilesAreNamedWithTheirLine(String min, String ts, String message)
      throws IOException {
    Files.writeString(folder.resolve("min.data"), min.replace(';', '\n'));
    Files.writeString(folder.resolve("ts.data"), ts);
    assertThatThrownBy(() -> LandscapeArchives.readNetwork(folder, Optional.empty(), "l"))
        .isInstanceOf(ArchiveException.class)
        .hasMessage(message);
  }

  @Test
  void aDialectCanBeForced() throws IOException {
    Files.writeString(folder.resolve("min.data"), "0 -1\n");
    Files.writeString(folder.resolve("ts.data"), "");
    assertThatThrownBy(
            () -> LandscapeArchives.readNetwork(folder, Optional.of(ArchiveFormat.PATHSAMPLE), "l"))
        .hasMessageStartingWith("min.data line 1: expected 6 columns");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void arraysOfNumpyAreReadWhateverTheProtocol(int protocol) {
    assertThat(PickledArray.read(ArchiveExamples.pickle(protocol)))
        .get()
        .isEqualTo(new double[] {1.5, -2.25, 3});
  }

  @Test
  void otherByteOrderIsUnderstoodAndOtherPicklesAreNot() {
    Base64.Decoder base64 = Base64.getDecoder();
    assertThat(PickledArray.read(base64.decode(ArchiveExamples.BIG_ENDIAN)))
        .get()
        .isEqualTo(new double[] {1.5, -2.25, 3});
    for (String other : ArchiveExamples.OTHER_PICKLES) {
      assertThat(PickledArray.read(base64.decode(other))).isEmpty();
    }
    assertThat(PickledArray.read(new byte[0])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void peleDatabasesOfEverySchemaAreRead(int schema) throws SQLException {
    Path file = folder.resolve("pele.sqlite");
    ArchiveExamples.writePele(file, schema, ArchiveExamples.pickle(2));
    InMemoryLandscapeStore store = new InMemoryLandscapeStore();
    ImportSummary summary =
        LandscapeArchives.importFrom(file, Optional.empty(), "l", store, ImportProgress.NONE);
    assertThat(summary.format()).isEqualTo(ArchiveFormat.PELE);
    assertThat(summary.landscape().dimension()).isEqualTo(3);
    Minimum first = minima(store, "l").get(0);
    assertThat(first.energy()).isEqualTo(-1);
    assertThat(first.coordinates()).containsExactly(1.5, -2.25, 3);
    assertThat(first.symmetryOrder()).isEqualTo(schema == 1 ? 1 : 2);
    assertThat(Double.valueOf(first.logDetHessian()))
        .isEqualTo(Double.valueOf(schema == 1 ? Double.NaN : 7.5));
    TransitionState edge = edges(store, "l").get(0);
    assertThat(edge.higherMinimum()).isEqualTo(1);
    assertThat(edge.lowerMinimum()).isEqualTo(2);
    assertThat(edge.lowestEigenvalue()).isEqualTo(-4.5);
    assertThat(summary.minima()).isEqualTo(schema == 1 ? 3 : 2);
    assertThat(summary.notes())
        .isEqualTo(
            schema == 1
                ? List.of()
                : List.of("1 points that pele marked as invalid were left out"));
  }

  @Test
  void coordinatesThatAreNotUnderstoodAreLeftOutWithANote() throws SQLException {
    Path file = folder.resolve("pele.sqlite");
    ArchiveExamples.writePele(file, 1, new byte[] {1, 2, 3});
    InMemoryLandscapeStore store = new InMemoryLandscapeStore();
    ImportSummary summary =
        LandscapeArchives.importFrom(file, Optional.empty(), "l", store, ImportProgress.NONE);
    assertThat(summary.notes())
        .containsExactly(
            "coordinates of 4 points were left out: they are not numpy arrays of float64");
    assertThat(minima(store, "l").get(0).coordinates()).isEmpty();
  }

  @Test
  void aLockedDatabaseAndOneOfSomethingElseAreToldApart() throws Exception {
    Path file = folder.resolve("pele.sqlite");
    ArchiveExamples.writePele(file, 1, ArchiveExamples.pickle(2));
    try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      assertThatThrownBy(() -> LandscapeArchives.readNetwork(file, Optional.empty(), "l"))
          .isInstanceOf(ArchiveException.class)
          .hasMessageStartingWith("pele.sqlite is locked by another program");
    }
    Path other = folder.resolve("other.sqlite");
    try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + other);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE songs (name TEXT)");
    }
    assertThatThrownBy(() -> LandscapeArchives.readNetwork(other, Optional.empty(), "l"))
        .hasMessage("other.sqlite: expected a database of pele, found no table tbl_minima");
  }

  @Test
  void formatsThatAreNotWrittenOrReadOrKnownAreSaid() {
    InMemoryLandscapeStore store = ArchiveExamples.network();
    assertThatThrownBy(() -> LandscapeArchives.exportTo(store, NAME, ArchiveFormat.PELE, folder))
        .hasMessage("cannot write pele: it is a format to read, not to write");
    assertThatThrownBy(
            () ->
                LandscapeArchives.exportTo(
                    store, NAME, ArchiveFormat.CSV, new ByteArrayOutputStream()))
        .hasMessage("the format csv is a folder of several files: name it with -o FOLDER");
    assertThatThrownBy(() -> ArchiveFormat.named("xls"))
        .hasMessageStartingWith("unknown format 'xls': expected one of pathsample, topsearch");
    assertThatThrownBy(() -> LandscapeArchives.exportTo(store, "lj7", ArchiveFormat.CSV, folder))
        .isInstanceOf(LandscapeStoreException.class);
  }
}
