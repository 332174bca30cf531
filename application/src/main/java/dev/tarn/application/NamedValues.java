package dev.tarn.application;

import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Names and values in a fixed order, and rows of such.
 *
 * <p>A value is a number, a truth value, a text (or anything whose {@code toString} is meant), null
 * or an empty optional where it is not known, an array of primitives, a list, a map, or named
 * values in turn; an {@link java.util.Iterator} is a list that is read once; a {@link Supplier} is
 * asked when its turn to be written has come and left out if it has nothing. Not thread-safe.
 */
public final class NamedValues implements Answer {
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
  private Supplier<List<NamedValues>> rows = () -> List.of(this);

  /** No values yet. */
  public static NamedValues empty() {
    return new NamedValues();
  }

  /**
   * The components of a record by their names.
   *
   * @param row of a public type
   */
  public static NamedValues ofRecord(Record row) {
    NamedValues values = new NamedValues();
    try {
      for (RecordComponent component : row.getClass().getRecordComponents()) {
        values.put(component.getName(), component.getAccessor().invoke(row));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("cannot read " + row.getClass(), e);
    }
    return values;
  }

  /** The rows of records, each with its components as columns. */
  public static List<NamedValues> ofRecords(List<? extends Record> rows) {
    return rows.stream().map(NamedValues::ofRecord).toList();
  }

  /** Adds a value, or replaces it where it stands; null stands for one that is not there. */
  public NamedValues put(String name, @Nullable Object value) {
    Object known = value;
    if (value instanceof Optional<?> optional) {
      known = optional.orElse(null);
    } else if (value instanceof OptionalDouble number) {
      known = number.isPresent() ? number.getAsDouble() : null;
    } else if (value instanceof OptionalInt number) {
      known = number.isPresent() ? number.getAsInt() : null;
    }
    values.put(name, known);
    return this;
  }

  /** Adds all values, in their order. */
  public NamedValues putAll(Map<String, ?> all) {
    values.putAll(all);
    return this;
  }

  /** Adds all values of others; their rows are left out. */
  public NamedValues putAll(NamedValues others) {
    return putAll(others.values);
  }

  /** Says what the rows are; without this, the values are the one row. */
  public NamedValues withRows(Supplier<List<NamedValues>> theRows) {
    rows = theRows;
    return this;
  }

  /** The same for rows that are at hand. */
  public NamedValues withRows(List<NamedValues> theRows) {
    return withRows(() -> theRows);
  }

  /** The rows; columns that one of them lacks are unknown there. */
  public List<NamedValues> rows() {
    return rows.get();
  }

  /** The values by name, in order. */
  public Map<String, @Nullable Object> asMap() {
    return Collections.unmodifiableMap(values);
  }

  @Override
  public NamedValues values() {
    return this;
  }
}
