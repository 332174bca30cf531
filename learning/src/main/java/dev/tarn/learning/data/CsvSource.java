package dev.tarn.learning.data;

import dev.tarn.landscape.NearestName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A CSV file: one row a line, one column the target, the others inputs.
 *
 * <p>Classes are ordered by number if all of their names are numbers, else by name, so that their
 * order does not depend on that of the rows.
 *
 * @param given the specification, complete but for the checksum
 */
record CsvSource(
    String file,
    String separator,
    String header,
    ColumnName target,
    List<ColumnName> inputs,
    List<ColumnName> without,
    String task,
    boolean standardise,
    Split split,
    FileChecksum checksum,
    Map<String, Object> given)
    implements DataSource {
  static final List<String> KEYS =
      List.of(
          "file",
          "separator",
          "header",
          "target",
          "inputs",
          "without",
          "task",
          "standardise",
          "test",
          "train",
          "seed",
          FileChecksum.KEY);

  private static final String DETECTED = "detected";
  private static final String CLASSIFICATION = "classification";
  private static final String REGRESSION = "regression";

  /** More distinct whole numbers than these are taken for measurements, not for classes. */
  private static final int MOST_NUMBERED_CLASSES = 20;

  static CsvSource of(SpecificationReader reader) {
    String file = reader.text("file", "");
    String separator = reader.text("separator", DETECTED);
    if (separator.length() != 1
        && !separator.equals(DETECTED)
        && !separator.equals(CsvTable.BLANKS)) {
      throw new IllegalArgumentException(
          "data: expected one character, blanks or detected for separator, found " + separator);
    }
    return new CsvSource(
        file,
        separator,
        reader.trueFalseOr("header", DETECTED),
        reader.column("target", ColumnName.LAST),
        reader.columns("inputs"),
        reader.columns("without"),
        reader.word("task", DETECTED, List.of(DETECTED, CLASSIFICATION, REGRESSION)),
        reader.truth("standardise", true),
        Split.of(reader),
        new FileChecksum(
            List.of(Path.of(file)), reader.text(FileChecksum.KEY, FileChecksum.COMPUTED)),
        reader.complete());
  }

  @Override
  public Map<String, Object> parameters() {
    CsvTable.requirePresent(file);
    return checksum.completed(given);
  }

  @Override
  public LearningData read() {
    CsvTable table = CsvTable.read(file, separator, header);
    checksum.check();
    int answer = position(table, "target", target);
    List<Integer> columns = inputColumns(table, answer);
    int rows = table.size();
    int width = columns.size();
    double[] cells = new double[rows * width];
    for (int row = 0; row < rows; row++) {
      for (int k = 0; k < width; k++) {
        cells[row * width + k] = table.number(row, columns.get(k));
      }
    }
    List<String> names = columns.stream().map(table.names()::get).toList();
    List<String> answers = new ArrayList<>(rows);
    for (int row = 0; row < rows; row++) {
      answers.add(table.text(row, answer));
    }
    Dataset all =
        isClassification(answers)
            ? classified(table, answer, names, cells, answers)
            : measured(table, answer, names, cells);
    LearningData parts = split.divide(file, all);
    refuseConstants(table, columns, parts.training());
    return standardise ? Standardisation.of(parts.training()).applyTo(parts) : parts;
  }

  private int position(CsvTable table, String key, ColumnName column) {
    int at = column.position(table.names());
    if (at < 0) {
      throw new IllegalArgumentException(
          file
              + ": no column "
              + column
              + " for "
              + key
              + "; it has "
              + table.names().size()
              + (table.names().size() > 12 ? "" : ": " + String.join(", ", table.names()))
              + (column.name() == null
                  ? ""
                  : NearestName.suggestion(column.name(), table.names())));
    }
    return at;
  }

  private List<Integer> inputColumns(CsvTable table, int answer) {
    List<Integer> left = without.stream().map(c -> position(table, "without", c)).toList();
    List<Integer> columns = new ArrayList<>();
    for (ColumnName input : inputs) {
      int at = position(table, "inputs", input);
      if (at == answer) {
        throw new IllegalArgumentException(
            file
                + ": "
                + table.column(at)
                + " is the target and cannot be an input as well; take it out of inputs or name"
                + " another target");
      }
      if (columns.contains(at)) {
        throw new IllegalArgumentException(file + ": inputs names " + table.column(at) + " twice");
      }
      columns.add(at);
    }
    for (int at = 0; inputs.isEmpty() && at < table.names().size(); at++) {
      if (at != answer) {
        columns.add(at);
      }
    }
    columns.removeAll(left);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(
          file
              + ": expected at least one input beside the target, found none in "
              + table.names().size()
              + " columns; is the separator right?");
    }
    return columns;
  }

  private boolean isClassification(List<String> answers) {
    if (!task.equals(DETECTED)) {
      return task.equals(CLASSIFICATION);
    }
    TreeSet<String> distinct = new TreeSet<>(answers);
    if (!distinct.stream().allMatch(CsvCells::isNumber)) {
      return true;
    }
    return distinct.size() <= MOST_NUMBERED_CLASSES
        && distinct.stream()
            .mapToDouble(Double::parseDouble)
            .allMatch(value -> value == Math.rint(value));
  }

  private Dataset classified(
      CsvTable table, int answer, List<String> names, double[] cells, List<String> answers) {
    Comparator<String> order = Comparator.naturalOrder();
    if (answers.stream().allMatch(CsvCells::isNumber)) {
      order = Comparator.comparingDouble(Double::parseDouble);
    }
    List<String> classes = new ArrayList<>();
    TreeSet<String> distinct = new TreeSet<>(order);
    distinct.addAll(answers);
    classes.addAll(distinct);
    if (classes.size() < 2) {
      throw new IllegalArgumentException(
          file
              + ": expected at least two classes in the target, "
              + table.column(answer)
              + ", found only "
              + classes.get(0));
    }
    if (2 * classes.size() > answers.size()) {
      throw new IllegalArgumentException(
          file
              + ": expected at least two rows for each class, found "
              + answers.size()
              + " rows and "
              + classes.size()
              + " classes; is "
              + table.column(answer)
              + " the target? Numbers are fitted with task: regression");
    }
    int[] labels = new int[answers.size()];
    Map<String, Integer> positions = new java.util.TreeMap<>(order);
    for (int k = 0; k < classes.size(); k++) {
      positions.put(classes.get(k), k);
    }
    for (int row = 0; row < labels.length; row++) {
      labels[row] = positions.getOrDefault(answers.get(row), -1);
    }
    return Dataset.classified(names, classes, cells, labels);
  }

  private static Dataset measured(CsvTable table, int answer, List<String> names, double[] cells) {
    double[] targets = new double[table.size()];
    for (int row = 0; row < targets.length; row++) {
      targets[row] = table.number(row, answer);
    }
    return Dataset.measured(names, cells, targets);
  }

  private void refuseConstants(CsvTable table, List<Integer> columns, Dataset training) {
    int width = columns.size();
    double[] cells = training.inputs();
    for (int k = 0; k < width; k++) {
      boolean constant = true;
      for (int row = 1; row < training.size() && constant; row++) {
        constant = cells[row * width + k] == cells[k];
      }
      if (constant) {
        throw new IllegalArgumentException(
            file
                + ": "
                + table.column(columns.get(k))
                + " is constant: all "
                + training.size()
                + " training rows have "
                + Share.shown(cells[k])
                + "; leave it out with without: ["
                + table.reference(columns.get(k))
                + "]");
      }
    }
  }
}
