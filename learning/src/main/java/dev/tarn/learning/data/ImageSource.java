package dev.tarn.learning.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Labelled grey images in four IDX files, pixels scaled from 0 ... 255 to [0, 1]. The first rows of
 * each file are taken, as the literature does.
 *
 * @param checksum of all four files, in the order of the keys
 * @param given the specification, complete but for the checksum
 */
record ImageSource(
    Path images,
    Path labels,
    Path testImages,
    Path testLabels,
    int classes,
    Share train,
    Share test,
    String checksum,
    Map<String, Object> given)
    implements DataSource {
  static final List<String> KEYS =
      List.of(
          "images",
          "labels",
          "testImages",
          "testLabels",
          "classes",
          "train",
          "test",
          FileChecksum.KEY);

  static ImageSource of(SpecificationReader reader) {
    Path images = Path.of(reader.text("images", ""));
    boolean folder = !reader.has("labels") || Files.isDirectory(images);
    return new ImageSource(
        folder ? images.resolve("train-images-idx3-ubyte") : images,
        beside(images, folder, reader.text("labels", "train-labels-idx1-ubyte")),
        beside(images, folder, reader.text("testImages", "t10k-images-idx3-ubyte")),
        beside(images, folder, reader.text("testLabels", "t10k-labels-idx1-ubyte")),
        (int) reader.whole("classes", 10, 2, 256),
        reader.share("train", new Share(1000), Double.MIN_VALUE),
        reader.share("test", new Share(10_000), 0),
        reader.text(FileChecksum.KEY, FileChecksum.COMPUTED),
        reader.complete());
  }

  /** Defaults stand in the folder; named files stand where they are named. */
  private static Path beside(Path images, boolean folder, String name) {
    return folder ? images.resolve(name) : Path.of(name);
  }

  @Override
  public Map<String, Object> parameters() {
    return filesAndChecksum().completed(given);
  }

  private FileChecksum filesAndChecksum() {
    return new FileChecksum(
        List.of(
            IdxFile.present(images, 3),
            IdxFile.present(labels, 1),
            IdxFile.present(testImages, 3),
            IdxFile.present(testLabels, 1)),
        checksum);
  }

  @Override
  public LearningData read() {
    filesAndChecksum().check();
    Dataset training = part("train", images, labels, train);
    Dataset held = part("test", testImages, testLabels, test);
    if (held.inputCount() != training.inputCount()) {
      throw new IllegalArgumentException(
          testImages
              + ": expected images of "
              + training.inputCount()
              + " pixels as in "
              + images
              + ", found "
              + held.inputCount());
    }
    int[] counts = new int[classes];
    Arrays.stream(training.labels()).forEach(label -> counts[label]++);
    int present = (int) Arrays.stream(counts).filter(c -> c > 0).count();
    if (present < 2) {
      throw new IllegalArgumentException(
          labels
              + ": expected at least two classes in the first "
              + training.size()
              + " labels, found "
              + present);
    }
    return new LearningData(training, held);
  }

  private Dataset part(String key, Path imageFile, Path labelFile, Share share) {
    IdxFile pixels = IdxFile.read(imageFile, 3, share);
    IdxFile answers = IdxFile.read(labelFile, 1, share);
    if (pixels.items() != answers.items()) {
      throw new IllegalArgumentException(
          pixels.path()
              + " has "
              + pixels.items()
              + " images, but "
              + answers.path()
              + " has "
              + answers.items()
              + " labels; expected as many");
    }
    int rows = share.of(pixels.items(), pixels.items());
    if (rows > pixels.items() || (key.equals("train") && rows < classes)) {
      throw new IllegalArgumentException(
          pixels.path()
              + ": expected "
              + key
              + (key.equals("train") ? " from the " + classes + " classes" : "")
              + " up to the "
              + pixels.items()
              + " images there are, found "
              + rows);
    }
    int[] labelled = new int[rows];
    for (int row = 0; row < rows; row++) {
      labelled[row] = answers.value(row);
      if (labelled[row] >= classes) {
        throw new IllegalArgumentException(
            answers.path()
                + " label "
                + (row + 1)
                + ": expected 0 to "
                + (classes - 1)
                + ", found "
                + labelled[row]);
      }
    }
    double[] inputs = new double[rows * pixels.itemSize()];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = pixels.value(i) / 255.0;
    }
    return Dataset.classified(
        names(pixels),
        IntStream.range(0, classes).mapToObj(Integer::toString).toList(),
        inputs,
        labelled);
  }

  private static List<String> names(IdxFile images) {
    List<String> names = new ArrayList<>();
    int width = images.extent(2);
    for (int k = 0; k < images.itemSize(); k++) {
      names.add("pixel " + (k / width + 1) + " " + (k % width + 1));
    }
    return names;
  }
}
