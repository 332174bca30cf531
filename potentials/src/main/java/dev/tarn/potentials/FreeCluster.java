package dev.tarn.potentials;

/**
 * Like atoms in free space, {@link #blockSize()} coordinates each: any two may change places, and
 * the whole may be moved, turned and mirrored.
 */
public interface FreeCluster extends Potential {
  @Override
  int blockSize();
}
