package dev.tarn.graphstore.archive;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;

/** Reads an archive once, from its beginning to its end. */
interface ArchiveReader {
  /** Passes everything in the archive to the receiver: the landscape first, then minima. */
  void read(String name, Receiver receiver);

  /** Share of the archive read so far; NaN if unknown. */
  double fraction();

  /** Takes the contents of an archive; minima come before the transition states that join them. */
  interface Receiver {
    void landscape(Landscape landscape);

    void minimum(Minimum minimum);

    void transitionState(TransitionState transitionState);

    void stationaryPoint(UnconnectedStationaryPoint point);

    void set(String name, long[] minima);

    void note(String note);
  }
}
