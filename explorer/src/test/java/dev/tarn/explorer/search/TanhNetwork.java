package dev.tarn.explorer.search;

import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.landscape.Observables;
import dev.tarn.potentials.HessianProduct;
import dev.tarn.potentials.Potential;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A network with one hidden layer of tanh nodes and a softmax answer over given rows, V = mean
 * cross entropy + lambda |x|^2, in plain loops: a stand-in with the spectrum of the real thing.
 * Weights: hidden x (inputs + bias), then classes x (hidden + bias).
 */
public final class TanhNetwork implements Potential {
  private final double[][] rows;
  private final int[] labels;
  private final int inputs;
  private final int hidden;
  private final int classes;
  private final double lambda;

  public TanhNetwork(double[][] rows, int[] labels, int hidden, int classes, double lambda) {
    this.rows = rows;
    this.labels = labels;
    this.inputs = rows[0].length;
    this.hidden = hidden;
    this.classes = classes;
    this.lambda = lambda;
  }

  @Override
  public int dimension() {
    return hidden * (inputs + 1) + classes * (hidden + 1);
  }

  private void forward(double[] x, double[] row, double[] a, double[] p) {
    int second = hidden * (inputs + 1);
    for (int j = 0; j < hidden; j++) {
      int at = j * (inputs + 1);
      double sum = x[at + inputs];
      for (int i = 0; i < inputs; i++) {
        sum += x[at + i] * row[i];
      }
      a[j] = Math.tanh(sum);
    }
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      int at = second + c * (hidden + 1);
      double sum = x[at + hidden];
      for (int j = 0; j < hidden; j++) {
        sum += x[at + j] * a[j];
      }
      p[c] = sum;
      most = Math.max(most, sum);
    }
    double total = 0;
    for (int c = 0; c < classes; c++) {
      p[c] = Math.exp(p[c] - most);
      total += p[c];
    }
    for (int c = 0; c < classes; c++) {
      p[c] /= total;
    }
  }

  @Override
  public double energyAndGradient(double[] x, double[] gradient) {
    int second = hidden * (inputs + 1);
    double energy = 0;
    for (int i = 0; i < x.length; i++) {
      energy += lambda * x[i] * x[i];
      gradient[i] = 2 * lambda * x[i];
    }
    double[] a = new double[hidden];
    double[] p = new double[classes];
    double each = 1.0 / rows.length;
    for (int r = 0; r < rows.length; r++) {
      forward(x, rows[r], a, p);
      energy -= each * Math.log(p[labels[r]]);
      p[labels[r]] -= 1;
      for (int j = 0; j < hidden; j++) {
        double back = 0;
        for (int c = 0; c < classes; c++) {
          int at = second + c * (hidden + 1);
          gradient[at + j] += each * p[c] * a[j];
          back += p[c] * x[at + j];
        }
        back *= each * (1 - a[j] * a[j]);
        int at = j * (inputs + 1);
        for (int i = 0; i < inputs; i++) {
          gradient[at + i] += back * rows[r][i];
        }
        gradient[at + inputs] += back;
      }
      for (int c = 0; c < classes; c++) {
        gradient[second + c * (hidden + 1) + hidden] += each * p[c];
      }
    }
    return energy;
  }

  /** {@inheritDoc} The derivative of the gradient along the vector, by Pearlmutter's operator. */
  @Override
  public HessianProduct hessianAt(double[] x) {
    return (v, out) -> product(x, v, out);
  }

  private void product(double[] x, double[] v, double[] out) {
    int second = hidden * (inputs + 1);
    Arrays.setAll(out, i -> 2 * lambda * v[i]);
    double[] a = new double[hidden];
    double[] da = new double[hidden];
    double[] p = new double[classes];
    double[] dp = new double[classes];
    double each = 1.0 / rows.length;
    for (int r = 0; r < rows.length; r++) {
      forward(x, rows[r], a, p);
      for (int j = 0; j < hidden; j++) {
        int at = j * (inputs + 1);
        double sum = v[at + inputs];
        for (int i = 0; i < inputs; i++) {
          sum += v[at + i] * rows[r][i];
        }
        da[j] = (1 - a[j] * a[j]) * sum;
      }
      double mean = 0;
      for (int c = 0; c < classes; c++) {
        int at = second + c * (hidden + 1);
        double sum = v[at + hidden];
        for (int j = 0; j < hidden; j++) {
          sum += v[at + j] * a[j] + x[at + j] * da[j];
        }
        dp[c] = sum;
        mean += p[c] * sum;
      }
      for (int c = 0; c < classes; c++) {
        dp[c] = p[c] * (dp[c] - mean);
      }
      p[labels[r]] -= 1;
      for (int j = 0; j < hidden; j++) {
        double back = 0;
        double dBack = 0;
        for (int c = 0; c < classes; c++) {
          int at = second + c * (hidden + 1);
          out[at + j] += each * (dp[c] * a[j] + p[c] * da[j]);
          back += p[c] * x[at + j];
          dBack += dp[c] * x[at + j] + p[c] * v[at + j];
        }
        double slope = 1 - a[j] * a[j];
        double change = each * (dBack * slope - 2 * back * a[j] * da[j]);
        int at = j * (inputs + 1);
        for (int i = 0; i < inputs; i++) {
          out[at + i] += change * rows[r][i];
        }
        out[at + inputs] += change;
      }
      for (int c = 0; c < classes; c++) {
        out[second + c * (hidden + 1) + hidden] += each * dp[c];
      }
    }
  }

  /** {@inheritDoc} The length of the vector of weights. */
  @Override
  public Observables observables(double[] x) {
    return Observables.of(List.of("weightNorm"), Vectors.norm(x));
  }

  @Override
  public void randomStart(RandomGenerator random, double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = 2 * random.nextDouble() - 1;
    }
  }
}
