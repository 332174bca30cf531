package dev.tarn.explorer.run;

import java.util.Map;
import java.util.TreeMap;

/**
 * What every campaign's checkpoint holds: how far it has come, for how long, with which settings.
 */
public final class RunState {
  private static final String SECTION = "run";
  private static final int VERSION = 1;

  private long round;
  private double seconds;
  private final Map<String, String> settings = new TreeMap<>();

  /** At the beginning. */
  RunState() {}

  /**
   * A state.
   *
   * @param round rounds that have ended
   * @param seconds see {@link #seconds}
   * @param settings those that decide what is found, as the last run had them
   */
  public RunState(long round, double seconds, Map<String, String> settings) {
    this.round = round;
    this.seconds = seconds;
    this.settings.putAll(settings);
  }

  /** Rounds that have ended, in all runs. */
  public long round() {
    return round;
  }

  /** Seconds of searching so far, of all runs; NaN if an earlier run did not count them. */
  public double seconds() {
    return seconds;
  }

  /** The settings that decide what is found, as the last run had them; empty if unknown. */
  public Map<String, String> settings() {
    return settings;
  }

  void endRound() {
    round++;
  }

  void setSeconds(double newSeconds) {
    seconds = newSeconds;
  }

  /** Writes it as a section. */
  public void encode(CheckpointSections.Writer sections) {
    sections.add(
        SECTION,
        VERSION,
        out -> {
          out.writeLong(round);
          out.writeDouble(seconds);
          out.writeInt(settings.size());
          for (Map.Entry<String, String> setting : settings.entrySet()) {
            out.writeUTF(setting.getKey());
            out.writeUTF(setting.getValue());
          }
        });
  }

  /** Reads it from its section. */
  public static RunState decode(CheckpointSections sections) {
    RunState state = new RunState();
    sections.read(
        SECTION,
        VERSION,
        (in, version) -> {
          state.round = in.readLong();
          state.seconds = in.readDouble();
          for (int left = in.readInt(); left > 0; left--) {
            String key = in.readUTF();
            state.settings.put(key, in.readUTF());
          }
        });
    return state;
  }
}
