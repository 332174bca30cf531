package dev.tarn.learning.data;

/**
 * How many rows: a fraction of them if below 1, else their number; negative for all the rest.
 *
 * @param amount the fraction or number
 */
public record Share(double amount) {
  static final String REST_WORD = "rest";
  static final Share REST = new Share(-1);

  boolean isRest() {
    return amount < 0;
  }

  /** Number of rows out of {@code all}; for the rest, {@code rest}. */
  int of(int all, int rest) {
    if (isRest()) {
      return rest;
    }
    return (int) Math.min(Integer.MAX_VALUE, amount < 1 ? Math.rint(amount * all) : amount);
  }

  Object asParameter() {
    if (isRest()) {
      return REST_WORD;
    }
    return amount == Math.rint(amount) ? (Object) (long) amount : (Object) amount;
  }

  /** A number without needless decimals. */
  static String shown(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
