package dev.tarn.learning.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column as a person names it.
 *
 * @param name its name, or null
 * @param number its number from 1, where it has no name
 */
record ColumnName(@Nullable String name, int number) {
  /** Stands for the last column there is. */
  static final String LAST = "last";

  ColumnName(String name) {
    this(name, 0);
  }

  ColumnName(int number) {
    this(null, number);
  }

  /** Position from 0 among columns of these names; -1 if there is no such column. */
  int position(List<String> names) {
    if (name == null) {
      return number <= names.size() ? number - 1 : -1;
    }
    int at = names.indexOf(name);
    return at < 0 && name.equals(LAST) ? names.size() - 1 : at;
  }

  Object asParameter() {
    return name == null ? (Object) (long) number : name;
  }

  @Override
  public String toString() {
    return name == null ? "number " + number : name;
  }
}
