package dev.tarn.potentials.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against loops that say what is meant, to the last bit. */
class PanelArithmeticTests {
  private static final PanelArithmetic[] BOTH = {PanelArithmetic.best(), PanelArithmetic.plain()};

  private final SplittableRandom random = new SplittableRandom(3);

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "2, 3, 2",
    "5, 7, 3",
    "9, 4, 4",
    "13, 5, 6",
    "8, 11, 9",
    "17, 6, 10",
    "6, 9, 23"
  })
  void productsAddInTheOrderOfTheirIndex(int rows, int depth, int columns) {
    int width = PanelArithmetic.width(columns);
    int stride = depth + 2;
    double[] a = numbers(rows, stride, stride, 0.6);
    double[] b = numbers(depth, columns, width, 1);
    double[] d = numbers(rows, columns, width, 1);
    double[] c = numbers(rows, columns, width, 1);
    double[] g = numbers(depth, columns, width, 1);
    int from = rows / 3;
    double[] expectedC = c.clone();
    double[] expectedG = g.clone();
    for (int row = from; row < rows; row++) {
      for (int k = 0; k < depth; k++) {
        for (int j = 0; j < columns; j++) {
          expectedC[row * width + j] += a[row * stride + k] * b[k * width + j];
          expectedG[k * width + j] += a[row * stride + k] * d[row * width + j];
        }
      }
    }
    for (PanelArithmetic arithmetic : BOTH) {
      double[] product = c.clone();
      arithmetic.addProduct(product, columns, a, stride, depth, b, from, rows);
      assertThat(product).isEqualTo(expectedC);
      double[] transposed = g.clone();
      arithmetic.addTransposedProduct(transposed, columns, a, stride, depth, d, from, rows);
      assertThat(transposed).isEqualTo(expectedG);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "5, 7, 3", "9, 4, 4", "8, 11, 9", "17, 6, 10", "6, 9, 23", "4, 5, 14"})
  void sparseProductsAreTheDenseOnes(int rows, int depth, int columns) {
    int width = PanelArithmetic.width(columns);
    double[] a = numbers(rows, depth, depth, 0.3);
    double[] b = numbers(depth, columns, width, 1);
    double[] d = numbers(rows, columns, width, 1);
    CompressedRows sparse = CompressedRows.of(a, depth);
    double[] product = new double[rows * width];
    double[] transposed = new double[depth * width];
    PanelArithmetic.plain().addProduct(product, columns, a, depth, depth, b, 0, rows);
    PanelArithmetic.plain().addTransposedProduct(transposed, columns, a, depth, depth, d, 0, rows);
    for (PanelArithmetic arithmetic : BOTH) {
      double[] c = new double[rows * width];
      arithmetic.addSparseProduct(c, columns, sparse, b, 0, rows);
      assertThat(c).isEqualTo(product);
      double[] g = new double[depth * width];
      arithmetic.addSparseProduct(g, columns, sparse.transposed(depth), d, 0, depth);
      assertThat(g).isEqualTo(transposed);
    }
  }

  /** A row-major matrix with that share of non-zero elements, zero where it is padded. */
  private double[] numbers(int rows, int columns, int width, double density) {
    double[] numbers = new double[rows * width];
    for (int row = 0; row < rows; row++) {
      for (int j = 0; j < columns; j++) {
        if (random.nextDouble() < density) {
          numbers[row * width + j] = 2 * random.nextDouble() - 1;
        }
      }
    }
    return numbers;
  }
}
