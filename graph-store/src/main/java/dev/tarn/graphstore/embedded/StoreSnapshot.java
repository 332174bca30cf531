package dev.tarn.graphstore.embedded;

import dev.tarn.graphstore.ParametersJson;
import dev.tarn.graphstore.schema.LandscapeSchema;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.Network;
import dev.tarn.landscape.Run;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A copy of what most commands want of a store, beside the database, so that they need not start
 * Neo4j: landscapes, counts, runs and networks.
 *
 * <p>It is a cache and never the truth: it counts only while the names, sizes and times of Neo4j's
 * transaction logs are those it was made with, and every writing transaction changes them. A
 * snapshot that is stale, damaged or of another version is as good as none.
 *
 * <pre>
 * snapshots/manifest    header, fingerprint, the landscapes; CRC-32C at its end
 * snapshots/N.network   the arrays of one network; CRC-32C at its end
 * </pre>
 */
record StoreSnapshot(String fingerprint, long lastTransaction, List<Entry> entries) {
  private static final int MAGIC = 0x7461726e;
  private static final int VERSION = 2;
  private static final int LONGEST_TEXT = 1 << 26;
  private static final String MANIFEST = "manifest";

  /** One landscape; {@code file} holds its network. */
  record Entry(Landscape landscape, LandscapeCounts counts, List<Run> runs, String file) {}

  private static Path folder(Path store) {
    return store.resolve("snapshots");
  }

  /** Names, sizes and times of the transaction logs and the database's head; empty if not there. */
  static String fingerprint(Path store) {
    Path logs = store.resolve("data").resolve("transactions").resolve("neo4j");
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(logs)) {
      for (Path file : files.sorted().toList()) {
        append(text, file);
      }
      append(text, StoreFolder.databaseOf(store).resolve("neostore"));
    } catch (IOException e) {
      return "";
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Path file) throws IOException {
    text.append(file.getFileName())
        .append(' ')
        .append(Files.size(file))
        .append(' ')
        .append(Files.getLastModifiedTime(file).toInstant())
        .append('\n');
  }

  /** The snapshot of the store, if there is one and it is up to date. */
  static Optional<StoreSnapshot> current(Path store) {
    Optional<StoreSnapshot> found = read(store);
    return found.filter(s -> !s.fingerprint.isEmpty() && s.fingerprint.equals(fingerprint(store)));
  }

  /** The snapshot of the store, up to date or not. */
  static Optional<StoreSnapshot> read(Path store) {
    try (CheckedInputStream checked = checked(folder(store).resolve(MANIFEST));
        DataInputStream in = new DataInputStream(checked)) {
      readHeader(in);
      String fingerprint = readText(in);
      long lastTransaction = in.readLong();
      int count = in.readInt();
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        entries.add(readEntry(in));
      }
      checkSum(checked, in);
      return Optional.of(new StoreSnapshot(fingerprint, lastTransaction, List.copyOf(entries)));
    } catch (IOException | RuntimeException e) {
      // A cache that cannot be read is as good as none.
      return Optional.empty();
    }
  }

  /** Makes this the snapshot of the store; the networks must have been written before. */
  void write(Path store) throws IOException {
    Path manifest = folder(store).resolve(MANIFEST);
    Path unfinished = folder(store).resolve(MANIFEST + ".part");
    try (CheckedOutputStream checked = checkedOut(unfinished);
        DataOutputStream out = new DataOutputStream(checked)) {
      writeHeader(out);
      writeText(out, fingerprint);
      out.writeLong(lastTransaction);
      out.writeInt(entries.size());
      for (Entry entry : entries) {
        writeEntry(out, entry);
      }
      out.flush();
      out.writeLong(checked.getChecksum().getValue());
    }
    Files.move(unfinished, manifest, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The entry of that landscape. */
  Optional<Entry> entry(String name) {
    return entries.stream().filter(e -> e.landscape().name().equals(name)).findFirst();
  }

  /** The network of the entry, if its file is whole. */
  static Optional<Network> readNetwork(Path store, Entry entry) {
    try (CheckedInputStream checked = checked(folder(store).resolve(entry.file()));
        DataInputStream in = new DataInputStream(checked)) {
      readHeader(in);
      Network.Builder builder = Network.builder(entry.landscape());
      int nodes = in.readInt();
      long[] ids = new long[nodes];
      for (int i = 0; i < nodes; i++) {
        ids[i] = in.readLong();
        builder.addMinimum(ids[i], in.readDouble(), in.readDouble(), in.readInt(), in.readLong());
      }
      int edges = in.readInt();
      for (int i = 0; i < edges; i++) {
        builder.addTransitionState(
            in.readLong(),
            ids[in.readInt()],
            ids[in.readInt()],
            in.readDouble(),
            in.readDouble(),
            in.readInt(),
            in.readLong());
      }
      checkSum(checked, in);
      return Optional.of(builder.build());
    } catch (IOException | RuntimeException e) {
      // As above.
      return Optional.empty();
    }
  }

  /** Writes a network to that file. */
  static void writeNetwork(Path store, String file, Network n) throws IOException {
    Files.createDirectories(folder(store));
    try (CheckedOutputStream checked = checkedOut(folder(store).resolve(file));
        DataOutputStream out = new DataOutputStream(checked)) {
      writeHeader(out);
      out.writeInt(n.nodeCount());
      for (int v = 0; v < n.nodeCount(); v++) {
        out.writeLong(n.minimumId(v));
        out.writeDouble(n.energy(v));
        out.writeDouble(n.logDetHessian(v));
        out.writeInt(n.symmetryOrder(v));
        out.writeLong(n.hits(v));
      }
      out.writeInt(n.edgeCount());
      for (int e = 0; e < n.edgeCount(); e++) {
        out.writeLong(n.transitionStateId(e));
        out.writeInt(n.higherEnd(e));
        out.writeInt(n.lowerEnd(e));
        out.writeDouble(n.transitionStateEnergy(e));
        out.writeDouble(n.transitionStateLogDetHessian(e));
        out.writeInt(n.transitionStateSymmetryOrder(e));
        out.writeLong(n.transitionStateHits(e));
      }
      out.flush();
      out.writeLong(checked.getChecksum().getValue());
    }
  }

  /** Removes networks that no entry of this snapshot names. */
  void removeOthers(Path store) throws IOException {
    List<String> named = entries.stream().map(Entry::file).toList();
    try (Stream<Path> files = Files.list(folder(store))) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".network") && !named.contains(name)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static CheckedInputStream checked(Path file) throws IOException {
    return new CheckedInputStream(
        new BufferedInputStream(Files.newInputStream(file), 1 << 17), new CRC32C());
  }

  private static CheckedOutputStream checkedOut(Path file) throws IOException {
    return new CheckedOutputStream(
        new BufferedOutputStream(Files.newOutputStream(file), 1 << 17), new CRC32C());
  }

  private static void checkSum(CheckedInputStream checked, DataInputStream in) throws IOException {
    long computed = checked.getChecksum().getValue();
    long written = in.readLong();
    if (computed != written) {
      throw new IOException("expected check sum " + written + ", found " + computed);
    }
  }

  private static void writeHeader(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeInt(LandscapeSchema.VERSION);
  }

  private static void readHeader(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC
        || in.readInt() != VERSION
        || in.readInt() != LandscapeSchema.VERSION) {
      throw new IOException("expected a snapshot of version " + VERSION);
    }
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST_TEXT) {
      throw new IOException("expected a text, found length " + length);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(in.readNBytes(length));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void writeInstant(DataOutputStream out, Instant at) throws IOException {
    out.writeLong(at.getEpochSecond());
    out.writeInt(at.getNano());
  }

  private static Instant readInstant(DataInputStream in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  private static void writeEntry(DataOutputStream out, Entry entry) throws IOException {
    Landscape l = entry.landscape();
    writeText(out, l.name());
    writeText(out, l.potential());
    writeText(out, ParametersJson.encode(l.parameters()));
    out.writeInt(l.dimension());
    out.writeInt(l.zeroModes());
    writeText(out, l.energyUnit());
    writeText(out, l.lengthUnit());
    out.writeInt(l.schemaVersion());
    writeInstant(out, l.createdAt());
    out.writeLong(entry.counts().minima());
    out.writeLong(entry.counts().transitionStates());
    out.writeLong(entry.counts().stationaryPoints());
    writeText(out, entry.file());
    out.writeInt(entry.runs().size());
    for (Run run : entry.runs()) {
      out.writeLong(run.id());
      out.writeLong(run.seed());
      writeText(out, run.runFile());
      writeText(out, run.version());
      writeInstant(out, run.startedAt());
      out.writeBoolean(run.endedAt().isPresent());
      writeInstant(out, run.endedAt().orElse(Instant.EPOCH));
      out.writeLong(run.rounds());
      out.writeLong(run.energyCalls());
      writeText(out, run.outcome());
    }
  }

  private static Entry readEntry(DataInputStream in) throws IOException {
    Landscape landscape =
        new Landscape(
            readText(in),
            readText(in),
            ParametersJson.decode(readText(in)),
            in.readInt(),
            in.readInt(),
            readText(in),
            readText(in),
            in.readInt(),
            readInstant(in));
    LandscapeCounts counts = new LandscapeCounts(in.readLong(), in.readLong(), in.readLong());
    String file = readText(in);
    int count = in.readInt();
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      runs.add(readRun(in));
    }
    return new Entry(landscape, counts, List.copyOf(runs), file);
  }

  private static Run readRun(DataInputStream in) throws IOException {
    long id = in.readLong();
    long seed = in.readLong();
    String runFile = readText(in);
    String version = readText(in);
    Instant startedAt = readInstant(in);
    boolean ended = in.readBoolean();
    Instant endedAt = readInstant(in);
    return new Run(
        id,
        seed,
        runFile,
        version,
        startedAt,
        ended ? Optional.of(endedAt) : Optional.empty(),
        in.readLong(),
        in.readLong(),
        readText(in));
  }
}
