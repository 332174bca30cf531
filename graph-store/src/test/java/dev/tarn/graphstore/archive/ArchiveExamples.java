package dev.tarn.graphstore.archive;

import dev.tarn.landscape.InMemoryLandscapeStore;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import dev.tarn.landscape.TransitionState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Small archives that tests read, damage and compare. */
final class ArchiveExamples {
  /** {@code numpy.array([1.5, -2.25, 3.0])}, pickled by numpy 2.4 with protocols 0 to 5. */
  static final List<String> PICKLES =
      List.of(
          "Y251bXB5Ll9jb3JlLm11bHRpYXJyYXkKX3JlY29uc3RydWN0CnAwCihjbnVtcHkKbmRhcnJheQpwMQooSTAKdHAyCmNfY29kZWNzCmVuY29kZQpwMwooVmIKcDQKVmxhdGluMQpwNQp0cDYKUnA3CnRwOApScDkKKEkxCihJMwp0cDEwCmNudW1weQpkdHlwZQpwMTEKKFZmOApwMTIKSTAwCkkwMQp0cDEzClJwMTQKKEkzClY8CnAxNQpOTk5JLTEKSS0xCkkwCnRwMTYKYkkwMApnMwooVlx1MDAwMFx1MDAwMFx1MDAwMFx1MDAwMFx1MDAwMFx1MDAwMPg/XHUwMDAwXHUwMDAwXHUwMDAwXHUwMDAwXHUwMDAwXHUwMDAwAsBcdTAwMDBcdTAwMDBcdTAwMDBcdTAwMDBcdTAwMDBcdTAwMDAIQApwMTcKZzUKdHAxOApScDE5CnRwMjAKYi4=",
          "Y251bXB5Ll9jb3JlLm11bHRpYXJyYXkKX3JlY29uc3RydWN0CnEAKGNudW1weQpuZGFycmF5CnEBKEsAdHECY19jb2RlY3MKZW5jb2RlCnEDKFgBAAAAYnEEWAYAAABsYXRpbjFxBXRxBlJxB3RxCFJxCShLAShLA3RxCmNudW1weQpkdHlwZQpxCyhYAgAAAGY4cQxJMDAKSTAxCnRxDVJxDihLA1gBAAAAPHEPTk5OSv////9K/////0sAdHEQYkkwMApoAyhYGgAAAAAAAAAAAMO4PwAAAAAAAALDgAAAAAAAAAhAcRFoBXRxElJxE3RxFGIu",
          "gAJjbnVtcHkuX2NvcmUubXVsdGlhcnJheQpfcmVjb25zdHJ1Y3QKcQBjbnVtcHkKbmRhcnJheQpxAUsAhXECY19jb2RlY3MKZW5jb2RlCnEDWAEAAABicQRYBgAAAGxhdGluMXEFhnEGUnEHh3EIUnEJKEsBSwOFcQpjbnVtcHkKZHR5cGUKcQtYAgAAAGY4cQyJiIdxDVJxDihLA1gBAAAAPHEPTk5OSv////9K/////0sAdHEQYoloA1gaAAAAAAAAAAAAw7g/AAAAAAAAAsOAAAAAAAAACEBxEWgFhnESUnETdHEUYi4=",
          "gANjbnVtcHkuX2NvcmUubXVsdGlhcnJheQpfcmVjb25zdHJ1Y3QKcQBjbnVtcHkKbmRhcnJheQpxAUsAhXECQwFicQOHcQRScQUoSwFLA4VxBmNudW1weQpkdHlwZQpxB1gCAAAAZjhxCImIh3EJUnEKKEsDWAEAAAA8cQtOTk5K/////0r/////SwB0cQxiiUMYAAAAAAAA+D8AAAAAAAACwAAAAAAAAAhAcQ10cQ5iLg==",
          "gASVoQAAAAAAAACMFm51bXB5Ll9jb3JlLm11bHRpYXJyYXmUjAxfcmVjb25zdHJ1Y3SUk5SMBW51bXB5lIwHbmRhcnJheZSTlEsAhZRDAWKUh5RSlChLAUsDhZRoA4wFZHR5cGWUk5SMAmY4lImIh5RSlChLA4wBPJROTk5K/////0r/////SwB0lGKJQxgAAAAAAAD4PwAAAAAAAALAAAAAAAAACECUdJRiLg==",
          "gAWVjAAAAAAAAACME251bXB5Ll9jb3JlLm51bWVyaWOUjAtfZnJvbWJ1ZmZlcpSTlCiWGAAAAAAAAAAAAAAAAAD4PwAAAAAAAALAAAAAAAAACECUjAVudW1weZSMBWR0eXBllJOUjAJmOJSJiIeUUpQoSwOMATyUTk5OSv////9K/////0sAdJRiSwOFlIwBQ5R0lFKULg==");

  /** The same array with most significant bytes first, protocol 2. */
  static final String BIG_ENDIAN =
      "gAJjbnVtcHkuX2NvcmUubXVsdGlhcnJheQpfcmVjb25zdHJ1Y3QKcQBjbnVtcHkKbmRhcnJheQpxAUsAhXECY19jb2RlY3MKZW5jb2RlCnEDWAEAAABicQRYBgAAAGxhdGluMXEFhnEGUnEHh3EIUnEJKEsBSwOFcQpjbnVtcHkKZHR5cGUKcQtYAgAAAGY4cQyJiIdxDVJxDihLA1gBAAAAPnEPTk5OSv////9K/////0sAdHEQYoloA1gaAAAAP8O4AAAAAAAAw4ACAAAAAAAAQAgAAAAAAABxEWgFhnESUnETdHEUYi4=";

  /** Pickles of something else: an array of float32 and a list. */
  static final List<String> OTHER_PICKLES =
      List.of(
          "gAJjbnVtcHkuX2NvcmUubXVsdGlhcnJheQpfcmVjb25zdHJ1Y3QKcQBjbnVtcHkKbmRhcnJheQpxAUsAhXECY19jb2RlY3MKZW5jb2RlCnEDWAEAAABicQRYBgAAAGxhdGluMXEFhnEGUnEHh3EIUnEJKEsBSwOFcQpjbnVtcHkKZHR5cGUKcQtYAgAAAGY0cQyJiIdxDVJxDihLA1gBAAAAPHEPTk5OSv////9K/////0sAdHEQYoloA1gOAAAAAADDgD8AABDDgAAAQEBxEWgFhnESUnETdHEUYi4=",
          "gAJdcQAoRz/wAAAAAAAAR0AAAAAAAAAAZS4=");

  private ArchiveExamples() {}

  static byte[] pickle(int protocol) {
    return Base64.getDecoder().decode(PICKLES.get(protocol));
  }

  //  1: -3    2: -2    5: -2.5     t1: 2-1, t2: 2-1, t4: 2-5, t9: loop at 5
  static InMemoryLandscapeStore network() {
    InMemoryLandscapeStore store = new InMemoryLandscapeStore();
    store.create(new Landscape("net & <work>", "x", Map.of(), 2, 0, "", "", 1, Instant.EPOCH));
    List<String> names = List.of("inertiaX", "q \"<&");
    Minimum one =
        new Minimum(
            1, -3, 1.5, 2, 1e-9, 4, new double[] {0.1, 1.0 / 3}, Observables.of(names, 1, 2));
    Minimum two =
        new Minimum(2, -2, 2.5, 1, 1e-9, 3, new double[] {1, 2}, Observables.of(names, 3, 4));
    Minimum five =
        new Minimum(5, -2.5, Double.NaN, 1, 1e-9, 1, new double[] {3, 4}, Observables.NONE);
    try (LandscapeSink sink = store.openSink("net & <work>")) {
      sink.commit(
          LandscapeUpdate.of(
              List.of(one, two, five),
              List.of(
                  TransitionState.of(1, two, one, -1, 0.5, 1),
                  TransitionState.of(2, two, one, -0.75, 0.5, 1),
                  TransitionState.of(4, two, five, -1.25, 0.5, 2),
                  TransitionState.of(9, five, five, 0.125, 0.5, 1))));
    }
    return store;
  }

  /** A database as pele writes it: schema 1 has neither point groups nor frequencies. */
  static void writePele(Path file, int schema, byte[] coordinates) throws SQLException {
    String more =
        schema == 1 ? "" : ", invalid BOOLEAN, fvib FLOAT, pgorder INTEGER, user_data BLOB";
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = " + schema);
      statement.execute(
          "CREATE TABLE tbl_minima (_id INTEGER PRIMARY KEY, energy FLOAT, coords BLOB"
              + more
              + ")");
      statement.execute(
          "CREATE TABLE tbl_transition_states (_id INTEGER PRIMARY KEY, energy FLOAT, coords BLOB,"
              + " _minimum1_id INTEGER, _minimum2_id INTEGER, eigenval FLOAT, eigenvec BLOB"
              + more
              + ")");
      for (int id = 1; id <= 3; id++) {
        try (PreparedStatement insert =
            connection.prepareStatement(
                schema == 1
                    ? "INSERT INTO tbl_minima VALUES (?, ?, ?)"
                    : "INSERT INTO tbl_minima VALUES (?, ?, ?, " + (id == 3) + ", 7.5, 2, NULL)")) {
          insert.setInt(1, id);
          insert.setDouble(2, (double) -id);
          insert.setBytes(3, coordinates);
          insert.executeUpdate();
        }
      }
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO tbl_transition_states VALUES (1, 0.5, ?, 2, 1, -4.5, NULL"
                  + (schema == 1 ? ")" : ", 0, 6.5, 1, NULL)"))) {
        insert.setBytes(1, coordinates);
        insert.executeUpdate();
      }
    }
  }
}
