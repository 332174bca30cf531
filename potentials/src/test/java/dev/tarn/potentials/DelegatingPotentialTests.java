package dev.tarn.potentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.potentials.clusters.LennardJones;
import dev.tarn.potentials.symmetry.Symmetry;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DelegatingPotentialTests {

  private static final class Decorator extends DelegatingPotential {
    private Decorator(Potential potential) {
      super(potential);
    }

    @Override
    public Potential forOneThread() {
      return new Decorator(potential().forOneThread());
    }
  }

  /** A sum over data that knows nothing else. */
  private static final class Loss implements Potential, SumOverData {
    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public double energyAndGradient(double[] x, double[] gradient) {
      gradient[0] = 2 * x[0];
      return x[0] * x[0];
    }

    @Override
    public void randomStart(RandomGenerator random, double[] x) {
      x[0] = random.nextDouble();
    }

    @Override
    public int rows() {
      return 3;
    }

    @Override
    public double energyAndGradient(double[] x, int[] rows, int from, int to, double[] gradient) {
      return energyAndGradient(x, gradient);
    }
  }

  @Test
  void passesOnEveryMethodOfAPotential() {
    for (Method method : Potential.class.getMethods()) {
      if (!Modifier.isStatic(method.getModifiers())) {
        assertThat(DelegatingPotential.class.getDeclaredMethods())
            .as("a decorator would lose %s", method.getName())
            .anyMatch(
                own ->
                    own.getName().equals(method.getName())
                        && List.of(own.getParameterTypes())
                            .equals(List.of(method.getParameterTypes())));
      }
    }
  }

  @Test
  void aDecoratorCanDoWhatThePotentialBehindItCan() {
    Potential cluster = new LennardJones(7, 3);
    Potential twice = new Decorator(new Decorator(cluster));
    assertThat(twice.capability(FreeCluster.class)).containsSame((FreeCluster) cluster);
    assertThat(twice.capability(ExactHessian.class)).containsSame((ExactHessian) cluster);
    assertThat(twice.capability(Bounded.class)).containsSame((Bounded) cluster);
    assertThat(twice.capability(HessianProducts.class)).isEmpty();
    assertThat(twice.capability(SumOverData.class)).isEmpty();
    assertThat(twice.forOneThread().capability(FreeCluster.class)).isPresent();
    assertThat(new Decorator(new Loss()).capability(SumOverData.class).orElseThrow().rows())
        .isEqualTo(3);
    assertThat(new Decorator(new Loss()).capability(ExactHessian.class)).isEmpty();
  }

  @Test
  void whatADecoratorCanDoItselfComesFirst() {
    final class OwnProducts extends DelegatingPotential implements HessianProducts {
      private OwnProducts(Potential potential) {
        super(potential);
      }

      @Override
      public Potential forOneThread() {
        return this;
      }
    }

    Potential own = new OwnProducts(new LennardJones(4, 3));
    assertThat(own.capability(HessianProducts.class)).containsSame((HessianProducts) own);
    assertThat(own.capability(FreeCluster.class)).isPresent();
  }

  @Test
  void answersAreThoseOfThePotentialBehindIt() {
    Potential cluster = new LennardJones(5, 3);
    Potential decorated = new Decorator(cluster);
    assertThat(decorated.symmetry()).isSameAs(cluster.symmetry());
    assertThat(decorated.symmetry()).isNotEqualTo(Symmetry.none());
    assertThat(decorated.blockSize()).isEqualTo(3);
    assertThat(decorated.lengthScale()).isEqualTo(cluster.lengthScale());
    assertThat(decorated.notes()).isEqualTo(cluster.notes());
  }
}
