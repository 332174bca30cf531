package dev.tarn.application.runfile;

import dev.tarn.application.PathText;
import dev.tarn.application.QuestionException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A structure in the XYZ format: number of atoms, a comment, then a name and x y z per line. */
final class XyzFile {
  private XyzFile() {}

  /** Coordinates x0 y0 z0 x1 … of the first structure in the file. */
  static double[] read(Path file) {
    String source = PathText.of(file);
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw QuestionException.misuse(source + ": no such file; expected a structure in XYZ format");
    } catch (CharacterCodingException e) {
      throw QuestionException.misuse(source + ": expected XYZ format, found binary data");
    } catch (IOException e) {
      throw QuestionException.failed(source + ": " + e.getMessage());
    }
    int atoms = atoms(source, lines);
    double[] x = new double[3 * atoms];
    for (int i = 0; i < atoms; i++) {
      String[] cells = lines.get(2 + i).strip().split("\\s+", -1);
      for (int d = 0; d < 3; d++) {
        x[3 * i + d] = cells.length < 4 ? Double.NaN : number(cells[1 + d]);
        if (!Double.isFinite(x[3 * i + d])) {
          throw QuestionException.misuse(
              source
                  + " line "
                  + (3 + i)
                  + ": expected a name and three coordinates, found \""
                  + lines.get(2 + i).strip()
                  + "\"");
        }
      }
    }
    return x;
  }

  private static int atoms(String source, List<String> lines) {
    String first = lines.isEmpty() ? "" : lines.get(0).strip();
    int atoms = first.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(first) : 0;
    if (atoms == 0) {
      throw QuestionException.misuse(
          source + " line 1: expected the number of atoms, found \"" + first + "\"");
    }
    if (lines.size() < atoms + 2) {
      throw QuestionException.misuse(
          source
              + ": expected "
              + atoms
              + " atoms after two lines, found "
              + Math.max(0, lines.size() - 2));
    }
    return atoms;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
