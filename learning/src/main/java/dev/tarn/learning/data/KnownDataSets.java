package dev.tarn.learning.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where people get the data sets that they are most likely to name and not to have. */
final class KnownDataSets {
  private static final String UCI = "the UCI Machine Learning Repository, archive.ics.uci.edu";

  /** Where the four files of MNIST are. */
  static final String MNIST =
      "https://ossci-datasets.s3.amazonaws.com/mnist/ (four files, LeCun, Cortes and Burges)";

  private static final Map<String, String> PLACES =
      Map.of(
          "mnist", MNIST,
          "creditcard", "Kaggle, mlg-ulb/creditcardfraud (Dal Pozzolo et al. 2015)",
          "iris", UCI,
          "wine", UCI,
          "glass", UCI,
          "sonar", UCI,
          "wdbc", UCI,
          "yeast", UCI,
          "optdigits", UCI);

  private KnownDataSets() {}

  /** How to get a missing file, to append to a message; empty if its name says nothing. */
  static String whereToGet(Path file) {
    String name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
    String place = PLACES.get(name.toLowerCase(Locale.ROOT).replaceFirst("[._-].*", ""));
    return place == null ? "" : "; the data set of that name comes from " + place;
  }
}
