package dev.tarn.graphstore.archive;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import dev.tarn.landscape.TransitionState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sqlite.SQLiteConfig;

/**
 * A database of pele, schema versions 1 to 3: tables {@code tbl_minima} and {@code
 * tbl_transition_states}; columns that a version does not have are unknown quantities.
 */
final class PeleDatabase implements ArchiveReader {
  private static final int NEWEST_SCHEMA = 3;
  private static final int BUSY_MILLIS = 2000;
  private static final double[] NONE = new double[0];

  private final Path file;
  private final String name;
  private final Clock clock;
  private final Map<Long, Double> energies = new HashMap<>();
  private long rows;
  private long rowsRead;
  private long unreadable;
  private long invalid;

  PeleDatabase(Path file, Clock clock) {
    this.file = file;
    this.name = String.valueOf(file.getFileName());
    this.clock = clock;
  }

  @Override
  public double fraction() {
    return rows > 0 ? (double) rowsRead / rows : Double.NaN;
  }

  @Override
  public void read(String landscape, Receiver receiver) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new ArchiveException("cannot read " + file + ": expected a file that may be read");
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_MILLIS);
    try (Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        Statement statement = connection.createStatement()) {
      checkSchema(statement);
      readAll(landscape, statement, receiver);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private ArchiveException failure(SQLException e) {
    String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    String lower = said.toLowerCase(Locale.ROOT);
    if (lower.contains("locked") || lower.contains("busy")) {
      return new ArchiveException(
          name
              + " is locked by another program, perhaps pele: wait until that ends, or copy the"
              + " file",
          e);
    }
    return new ArchiveException(name + ": expected a database of pele: " + said, e);
  }

  private void checkSchema(Statement statement) throws SQLException {
    try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
      int found = version.next() ? version.getInt(1) : 0;
      if (found > NEWEST_SCHEMA) {
        throw new ArchiveException(
            name + ": expected pele's schema version 1 to " + NEWEST_SCHEMA + ", found " + found);
      }
    }
    for (String table : new String[] {"tbl_minima", "tbl_transition_states"}) {
      if (columns(statement, table).isEmpty()) {
        throw new ArchiveException(name + ": expected a database of pele, found no table " + table);
      }
    }
  }

  private static Set<String> columns(Statement statement, String table) throws SQLException {
    Set<String> names = new HashSet<>();
    try (ResultSet columns = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
      while (columns.next()) {
        names.add(columns.getString("name"));
      }
    }
    return names;
  }

  private void readAll(String landscape, Statement statement, Receiver receiver)
      throws SQLException {
    try (ResultSet count =
        statement.executeQuery(
            "SELECT (SELECT count(*) FROM tbl_minima)"
                + " + (SELECT count(*) FROM tbl_transition_states)")) {
      rows = count.next() ? count.getLong(1) : 0;
    }
    Set<String> ofMinima = columns(statement, "tbl_minima");
    receiver.landscape(
        new Landscape(
            landscape,
            "pele",
            Map.of(),
            dimension(statement),
            0,
            "",
            "",
            Landscape.CURRENT_SCHEMA_VERSION,
            clock.instant()));
    try (ResultSet row = statement.executeQuery("SELECT * FROM tbl_minima ORDER BY _id")) {
      while (row.next()) {
        readMinimum(row, ofMinima, receiver);
      }
    }
    if (energies.isEmpty()) {
      throw new ArchiveException(name + ": expected minima in tbl_minima, found none");
    }
    Set<String> ofEdges = columns(statement, "tbl_transition_states");
    try (ResultSet row =
        statement.executeQuery("SELECT * FROM tbl_transition_states ORDER BY _id")) {
      while (row.next()) {
        readTransitionState(row, ofEdges, receiver);
      }
    }
    if (unreadable > 0) {
      receiver.note(
          "coordinates of "
              + unreadable
              + " points were left out: they are not numpy arrays of"
              + " float64");
    }
    if (invalid > 0) {
      receiver.note(invalid + " points that pele marked as invalid were left out");
    }
  }

  private static int dimension(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT coords FROM tbl_minima LIMIT 1")) {
      byte[] pickle = row.next() ? row.getBytes(1) : null;
      return pickle == null ? 0 : PickledArray.read(pickle).orElse(NONE).length;
    }
  }

  private void readMinimum(ResultSet row, Set<String> columns, Receiver receiver)
      throws SQLException {
    rowsRead++;
    long id = id(row, "tbl_minima");
    if (isInvalid(row, columns)) {
      return;
    }
    double energy = energy(row, "tbl_minima", id);
    energies.put(id, energy);
    receiver.minimum(
        new Minimum(
            id,
            energy,
            logDet(row, columns),
            order(row, columns, "tbl_minima", id),
            Double.NaN,
            0,
            coordinates(row),
            Observables.NONE));
  }

  private void readTransitionState(ResultSet row, Set<String> columns, Receiver receiver)
      throws SQLException {
    rowsRead++;
    String table = "tbl_transition_states";
    long id = id(row, table);
    if (isInvalid(row, columns)) {
      return;
    }
    double energy = energy(row, table, id);
    long a = row.getLong("_minimum1_id");
    long b = row.getLong("_minimum2_id");
    Double ofA = energies.get(a);
    Double ofB = energies.get(b);
    if (ofA == null || ofB == null) {
      if (invalid > 0) {
        invalid++;
        return;
      }
      throw new ArchiveException(
          name
              + " "
              + table
              + " row "
              + id
              + ": ends at minimum "
              + (ofA == null ? a : b)
              + ", which is not in tbl_minima");
    }
    boolean downhill = ofA > ofB || (ofA.equals(ofB) && a >= b);
    double eigenvalue = columns.contains("eigenval") ? number(row, "eigenval") : Double.NaN;
    receiver.transitionState(
        new TransitionState(
            id,
            downhill ? a : b,
            downhill ? b : a,
            energy,
            logDet(row, columns),
            order(row, columns, table, id),
            eigenvalue < 0 ? eigenvalue : Double.NaN,
            Double.NaN,
            0,
            coordinates(row),
            Observables.NONE));
  }

  private long id(ResultSet row, String table) throws SQLException {
    long id = row.getLong("_id");
    if (id < 1) {
      throw new ArchiveException(name + " " + table + ": expected ids of at least 1, found " + id);
    }
    return id;
  }

  private boolean isInvalid(ResultSet row, Set<String> columns) throws SQLException {
    boolean is = columns.contains("invalid") && row.getInt("invalid") != 0;
    invalid += is ? 1 : 0;
    return is;
  }

  private double energy(ResultSet row, String table, long id) throws SQLException {
    double energy = number(row, "energy");
    if (!Double.isFinite(energy)) {
      throw new ArchiveException(
          name
              + " "
              + table
              + " row "
              + id
              + ": expected a finite energy, found "
              + TextLines.shortened(String.valueOf(row.getString("energy"))));
    }
    return energy;
  }

  /** The number, NaN where there is none. */
  private static double number(ResultSet row, String column) throws SQLException {
    Object value = row.getObject(column);
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static double logDet(ResultSet row, Set<String> columns) throws SQLException {
    return columns.contains("fvib") ? number(row, "fvib") : Double.NaN;
  }

  private int order(ResultSet row, Set<String> columns, String table, long id) throws SQLException {
    Object value = columns.contains("pgorder") ? row.getObject("pgorder") : null;
    if (value == null) {
      return 1;
    }
    if (value instanceof Number number
        && number.longValue() >= 1
        && number.longValue() <= Integer.MAX_VALUE) {
      return number.intValue();
    }
    throw new ArchiveException(
        name
            + " "
            + table
            + " row "
            + id
            + ": expected a point group order of at least 1, found "
            + TextLines.shortened(String.valueOf(value)));
  }

  private double[] coordinates(ResultSet row) throws SQLException {
    byte[] pickle = row.getBytes("coords");
    if (pickle == null) {
      return NONE;
    }
    double[] x = PickledArray.read(pickle).orElse(NONE);
    unreadable += x.length == 0 ? 1 : 0;
    return x;
  }
}
