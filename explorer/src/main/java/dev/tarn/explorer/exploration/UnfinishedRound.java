package dev.tarn.explorer.exploration;

import dev.tarn.explorer.exploration.SearchOutcome.Connection;
import dev.tarn.explorer.exploration.SearchOutcome.Fresh;
import dev.tarn.explorer.exploration.SearchOutcome.FreshConnection;
import dev.tarn.explorer.exploration.SearchOutcome.Known;
import dev.tarn.explorer.exploration.SearchOutcome.KnownConnection;
import dev.tarn.explorer.exploration.SearchOutcome.KnownOther;
import dev.tarn.explorer.exploration.SearchOutcome.LooseSaddle;
import dev.tarn.explorer.exploration.SearchOutcome.Sighting;
import dev.tarn.explorer.search.stationary.VerifiedPoint;
import dev.tarn.explorer.walks.ChainState;
import dev.tarn.landscape.Observables;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Outcomes of those searches of a round that were done when the run ended in its midst. They are
 * not part of the landscape yet: a run that goes on proposes the same round, takes these outcomes
 * as they are, does the other searches, and merges all of them in the order of the tasks.
 *
 * <p>An outcome belongs to the task with its seed; seeds within a round differ.
 */
final class UnfinishedRound {
  private final Map<Long, SearchOutcome> bySeed = new TreeMap<>();

  /** Keeps an outcome, unless the potential threw: then the search is to be done again. */
  void keep(SearchTask task, SearchOutcome outcome) {
    if (outcome.broken().isEmpty()) {
      bySeed.put(task.seed(), outcome);
    }
  }

  /** What the task came to, if it was done. */
  Optional<SearchOutcome> outcome(SearchTask task) {
    return Optional.ofNullable(bySeed.get(task.seed()));
  }

  /** Searches that were done. */
  int size() {
    return bySeed.size();
  }

  /** The round is done, or will never be as it was. */
  void clear() {
    bySeed.clear();
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(bySeed.size());
    for (Map.Entry<Long, SearchOutcome> entry : bySeed.entrySet()) {
      out.writeLong(entry.getKey());
      write(entry.getValue(), out);
    }
  }

  static UnfinishedRound read(DataInputStream in) throws IOException {
    UnfinishedRound round = new UnfinishedRound();
    int size = in.readInt();
    for (int k = 0; k < size; k++) {
      long seed = in.readLong();
      round.bySeed.put(seed, readOutcome(in));
    }
    return round;
  }

  private static void write(SearchOutcome outcome, DataOutputStream out) throws IOException {
    out.writeInt(outcome.minima().size());
    for (Sighting sighting : outcome.minima()) {
      write(sighting, out);
    }
    out.writeInt(outcome.connections().size());
    for (Connection connection : outcome.connections()) {
      write(connection, out);
    }
    out.writeInt(outcome.failures().size());
    for (Map.Entry<String, Integer> failure : new TreeMap<>(outcome.failures()).entrySet()) {
      out.writeUTF(failure.getKey());
      out.writeInt(failure.getValue());
    }
    out.writeLong(outcome.energyCalls());
    out.writeLong(outcome.hessianCalls());
    out.writeInt(outcome.chains().size());
    for (ChainState chain : outcome.chains()) {
      chain.write(out);
    }
  }

  private static SearchOutcome readOutcome(DataInputStream in) throws IOException {
    List<Sighting> minima = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      minima.add(readSighting(in));
    }
    List<Connection> connections = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      connections.add(readConnection(in));
    }
    Map<String, Integer> failures = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String reason = in.readUTF();
      failures.put(reason, in.readInt());
    }
    long energyCalls = in.readLong();
    long hessianCalls = in.readLong();
    List<ChainState> chains = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      chains.add(ChainState.read(in));
    }
    return new SearchOutcome(
        minima, connections, failures, energyCalls, hessianCalls, chains, List.of());
  }

  private static void write(Sighting sighting, DataOutputStream out) throws IOException {
    if (sighting instanceof Known known) {
      out.writeByte('k');
      out.writeLong(known.id());
    } else if (sighting instanceof KnownOther other) {
      out.writeByte('o');
      out.writeLong(other.id());
    } else {
      out.writeByte('f');
      write(((Fresh) sighting).point(), out);
    }
  }

  private static Sighting readSighting(DataInputStream in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case 'k' -> new Known(in.readLong());
      case 'o' -> new KnownOther(in.readLong());
      case 'f' -> new Fresh(readPoint(in));
      default -> throw new IOException("no sighting is of kind " + kind);
    };
  }

  private static void write(Connection connection, DataOutputStream out) throws IOException {
    if (connection instanceof KnownConnection known) {
      out.writeByte('k');
      out.writeLong(known.id());
    } else if (connection instanceof KnownOther other) {
      out.writeByte('o');
      out.writeLong(other.id());
    } else if (connection instanceof LooseSaddle loose) {
      out.writeByte('l');
      write(loose.saddle(), out);
      out.writeUTF(loose.reason());
    } else {
      FreshConnection fresh = (FreshConnection) connection;
      out.writeByte('f');
      write(fresh.saddle(), out);
      write(fresh.side(), out);
      write(fresh.otherSide(), out);
    }
  }

  private static Connection readConnection(DataInputStream in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case 'k' -> new KnownConnection(in.readLong());
      case 'o' -> new KnownOther(in.readLong());
      case 'l' -> new LooseSaddle(readPoint(in), in.readUTF());
      case 'f' -> new FreshConnection(readPoint(in), readSighting(in), readSighting(in));
      default -> throw new IOException("no connection is of kind " + kind);
    };
  }

  private static void write(VerifiedPoint point, DataOutputStream out) throws IOException {
    out.writeInt(point.coordinates().length);
    for (double coordinate : point.coordinates()) {
      out.writeDouble(coordinate);
    }
    out.writeDouble(point.energy());
    out.writeDouble(point.rmsGradient());
    out.writeInt(point.index());
    out.writeInt(point.unexpectedZeroEigenvalues());
    out.writeDouble(point.logDetHessian());
    out.writeDouble(point.lowestEigenvalue());
    out.writeInt(point.symmetryOrder());
    Map<String, Double> observables = point.observables().asMap();
    out.writeInt(observables.size());
    for (Map.Entry<String, Double> observable : observables.entrySet()) {
      out.writeUTF(observable.getKey());
      out.writeDouble(observable.getValue());
    }
  }

  private static VerifiedPoint readPoint(DataInputStream in) throws IOException {
    double[] coordinates = new double[in.readInt()];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = in.readDouble();
    }
    return new VerifiedPoint(
        coordinates,
        in.readDouble(),
        in.readDouble(),
        in.readInt(),
        in.readInt(),
        in.readDouble(),
        in.readDouble(),
        in.readInt(),
        readObservables(in));
  }

  private static Observables readObservables(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<String> names = new ArrayList<>();
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      names.add(in.readUTF());
      values[i] = in.readDouble();
    }
    return Observables.of(names, values);
  }
}
