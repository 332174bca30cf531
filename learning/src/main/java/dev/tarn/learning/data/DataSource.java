package dev.tarn.learning.data;

import java.util.Map;

/** Where rows come from, with everything that decides which rows they are. */
sealed interface DataSource permits CsvSource, ImageSource, PatternSource, TriatomicSource {

  /** The data. */
  LearningData read();

  /** The complete specification, keys in a fixed order. */
  Map<String, Object> parameters();
}
