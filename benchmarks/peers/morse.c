/* Energy and gradient of a Morse cluster, rho = 6, in plain C, timed: a peer for GradientBenchmark.
 *   gcc -O3 -march=native -o morse benchmarks/peers/morse.c -lm && ./morse
 * Prints nanoseconds per evaluation, the least of 25 repetitions, for 13, 38 and 75 atoms. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double energy_and_gradient(int n, double rho, const double *restrict x,
                                  const double *restrict y, const double *restrict z,
                                  double *restrict gx, double *restrict gy, double *restrict gz) {
  double energy = 0;
  for (int i = 0; i < n; i++) gx[i] = gy[i] = gz[i] = 0;
  for (int i = 0; i < n - 1; i++) {
    double ax = 0, ay = 0, az = 0;
    for (int j = i + 1; j < n; j++) {
      double dx = x[i] - x[j], dy = y[i] - y[j], dz = z[i] - z[j];
      double r = sqrt(dx * dx + dy * dy + dz * dz);
      double e = exp(rho * (1 - r));
      double slope = 2 * rho * e * (1 - e) / r;
      energy += e * (e - 2);
      ax += slope * dx;
      ay += slope * dy;
      az += slope * dz;
      gx[j] -= slope * dx;
      gy[j] -= slope * dy;
      gz[j] -= slope * dz;
    }
    gx[i] += ax;
    gy[i] += ay;
    gz[i] += az;
  }
  return energy;
}

static double nanoseconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

int main(void) {
  const int sizes[] = {13, 38, 75};
  for (int s = 0; s < 3; s++) {
    int n = sizes[s], side = (int)ceil(cbrt(n)), calls = 2000000 / (n * n);
    double *v = malloc(6 * n * sizeof *v), best = INFINITY, sum = 0;
    for (int i = 0; i < n; i++) {
      v[i] = i % side + 0.05 * drand48();
      v[n + i] = i / side % side + 0.05 * drand48();
      v[2 * n + i] = i / side / side + 0.05 * drand48();
    }
    for (int r = 0; r < 25; r++) {
      double start = nanoseconds();
      for (int k = 0; k < calls; k++) {
        v[0] += 1e-9;
        sum += energy_and_gradient(n, 6, v, v + n, v + 2 * n, v + 3 * n, v + 4 * n, v + 5 * n);
      }
      best = fmin(best, (nanoseconds() - start) / calls);
    }
    printf("%d atoms: %.0f ns (%g)\n", n, best, sum);
    free(v);
  }
  return 0;
}
