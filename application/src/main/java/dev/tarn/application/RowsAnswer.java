package dev.tarn.application;

import java.util.List;

/**
 * An answer that is rows and nothing else.
 *
 * @param landscape its name
 * @param what name of the rows as a list
 * @param rows each with its components as columns
 * @param <R> type of a row, public
 */
public record RowsAnswer<R extends Record>(String landscape, String what, List<R> rows)
    implements Answer {

  @Override
  public NamedValues values() {
    List<NamedValues> named = NamedValues.ofRecords(rows);
    return NamedValues.empty().put("landscape", landscape).put(what, named).withRows(named);
  }
}
