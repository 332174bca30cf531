package dev.tarn.analytics.network;

/**
 * How many steps lead to the global minimum.
 *
 * @param mean mean over the other minima that a path joins with it; NaN if there is none
 * @param largest largest number of steps
 * @param counts number of minima at each distance, index 0 is the global minimum itself
 * @param unconnected number of minima that no path joins with it
 */
public record StepsToGlobalMinimum(double mean, int largest, int[] counts, int unconnected) {

  static StepsToGlobalMinimum of(int[] steps) {
    int largest = 0;
    int unconnected = 0;
    long sum = 0;
    for (int s : steps) {
      largest = Math.max(largest, s);
      unconnected += s < 0 ? 1 : 0;
      sum += Math.max(0, s);
    }
    int[] counts = new int[largest + 1];
    for (int s : steps) {
      if (s >= 0) {
        counts[s]++;
      }
    }
    int others = steps.length - unconnected - 1;
    return new StepsToGlobalMinimum(
        others == 0 ? Double.NaN : (double) sum / others, largest, counts, unconnected);
  }
}
