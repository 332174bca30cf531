package dev.tarn.potentials;

import java.util.Optional;

/** A potential that is meant within a region only. */
public interface Bounded extends Potential {
  @Override
  Optional<String> objection(double[] x);
}
