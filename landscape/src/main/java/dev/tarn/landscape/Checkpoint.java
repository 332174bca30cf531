package dev.tarn.landscape;

/**
 * What an explorer needs, besides the stored points, to go on where it stopped. Opaque to the
 * store.
 *
 * @param round number of the last round that is part of the landscape
 * @param state the explorer's own encoding; not copied
 */
public record Checkpoint(long round, byte[] state) {}
