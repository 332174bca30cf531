package dev.tarn.explorer.batches;

import dev.tarn.potentials.Potential;
import dev.tarn.potentials.SumOverData;
import java.io.Serializable;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How random starts are taken downhill by mini-batches before anything else.
 *
 * @param rows in a mini-batch; 0 if starts are left where they are
 * @param epochs how often all rows are used
 * @param rate learning rate of Adam: about how far a weight moves in a step
 */
public record BatchSettings(int rows, int epochs, double rate) implements Serializable {
  /** Starts are left where they are. */
  public static final BatchSettings NONE = new BatchSettings(0, 5, 0.01);

  /** Checks the ranges. */
  public BatchSettings {
    if (rows < 0 || epochs < 1 || !(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "expected mini-batches of at least 0 rows, at least 1 epoch and a rate above 0, found "
              + rows
              + ", "
              + epochs
              + " and "
              + rate);
    }
  }

  /** Mini-batches of that many rows, for the usual epochs at the usual rate. */
  public static BatchSettings of(int rows) {
    return new BatchSettings(rows, NONE.epochs, NONE.rate);
  }

  /** Whether starts are taken downhill. */
  public boolean isWanted() {
    return rows > 0;
  }

  /** Why these settings do not suit a potential, if they do not. */
  public Optional<String> objection(Potential potential) {
    if (!isWanted()) {
      return Optional.empty();
    }
    Optional<SumOverData> loss = potential.capability(SumOverData.class);
    if (loss.isEmpty()) {
      return Optional.of(
          "expected a potential that is a mean over rows of data, such as neural-network");
    }
    int most = loss.orElseThrow().rows();
    return rows <= most
        ? Optional.empty()
        : Optional.of("expected at most the " + most + " training rows, found " + rows);
  }

  /** What decides where descents end, by the keys of the run file. */
  public SortedMap<String, String> decisive() {
    SortedMap<String, String> all = new TreeMap<>();
    all.put("batch", Integer.toString(rows));
    if (isWanted()) {
      all.put("epochs", Integer.toString(epochs));
      all.put("rate", Double.toString(rate));
    }
    return all;
  }
}
