package dev.tarn.explorer.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The state of a campaign in a checkpoint, in sections that are found by name.
 *
 * <p>Layout, big-endian: the eight bytes {@code tarn.cp1}; the kind of campaign (modified UTF-8);
 * the number of sections (int); for each its name (modified UTF-8), its version (int), its length
 * (int) and as many bytes. The order of the sections does not matter; a section that is not there
 * leaves what it would tell at its default, one that nobody asks for is passed over, and one of a
 * newer version is refused.
 */
public final class CheckpointSections {
  private static final byte[] MAGIC = "tarn.cp1".getBytes(StandardCharsets.US_ASCII);

  private final String kind;
  private final Map<String, Section> sections;

  private CheckpointSections(String kind, Map<String, Section> sections) {
    this.kind = kind;
    this.sections = sections;
  }

  private record Section(int version, byte[] bytes) {}

  /** What a section consists of. */
  @FunctionalInterface
  public interface Body {
    /** Writes it. */
    void writeTo(DataOutputStream out) throws IOException;
  }

  /** Takes in what a section consists of. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Reads it.
     *
     * @param version with which it was written
     */
    void read(DataInputStream in, int version) throws IOException;
  }

  /** Sections to be written. */
  public static final class Writer {
    private final String kind;
    private final Map<String, Section> sections = new LinkedHashMap<>();

    /** No section of a campaign of that kind so far. */
    public Writer(String kind) {
      this.kind = kind;
    }

    /** Adds a section. */
    public Writer add(String name, int version, Body body) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(bytes)) {
        body.writeTo(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      sections.put(name, new Section(version, bytes.toByteArray()));
      return this;
    }

    /** All sections. */
    public CheckpointSections sections() {
      return new CheckpointSections(kind, sections);
    }
  }

  /** Whether a state consists of sections; former versions of Tarn wrote otherwise. */
  public static boolean isIn(byte[] state) {
    return state.length >= MAGIC.length && Arrays.equals(MAGIC, Arrays.copyOf(state, MAGIC.length));
  }

  /**
   * Reads a state that consists of sections.
   *
   * @throws IllegalStateException if it is damaged
   */
  public static CheckpointSections decode(byte[] state) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state))) {
      in.skipNBytes(MAGIC.length);
      String kind = in.readUTF();
      Map<String, Section> sections = new LinkedHashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        String name = in.readUTF();
        int version = in.readInt();
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
          throw new IOException("section " + name + " is cut short");
        }
        sections.put(name, new Section(version, in.readNBytes(length)));
      }
      return new CheckpointSections(kind, sections);
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  /** As bytes. */
  public byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(MAGIC);
      out.writeUTF(kind);
      out.writeInt(sections.size());
      for (Map.Entry<String, Section> section : sections.entrySet()) {
        out.writeUTF(section.getKey());
        out.writeInt(section.getValue().version);
        out.writeInt(section.getValue().bytes.length);
        out.write(section.getValue().bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The kind of campaign whose state it is. */
  public String kind() {
    return kind;
  }

  /** Names of the sections. */
  Set<String> names() {
    return sections.keySet();
  }

  /**
   * Reads a section, if there is one of that name.
   *
   * @param newest the newest version that the reader knows
   * @throws IllegalStateException if the section is damaged or newer
   */
  public void read(String name, int newest, Reader reader) {
    Section section = sections.get(name);
    if (section == null) {
      return;
    }
    if (section.version > newest) {
      throw new IllegalStateException(
          "checkpoint: expected section "
              + name
              + " of version "
              + newest
              + " at most, found "
              + section.version
              + "; it was written by a newer version of Tarn");
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(section.bytes))) {
      reader.read(in, section.version);
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  private static IllegalStateException damaged(IOException e) {
    return new IllegalStateException("checkpoint is damaged: " + e.getMessage(), e);
  }
}
