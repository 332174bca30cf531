/**
 * What a store holds: its landscapes, the minima of each, and how much of it has been found.
 *
 * <p>Central types: {@link dev.tarn.application.contents.StoreContents}, {@link
 * dev.tarn.application.contents.ShowQuestion}, {@link
 * dev.tarn.application.contents.CoverageQuestion}.
 */
@NullMarked
package dev.tarn.application.contents;

import org.jspecify.annotations.NullMarked;
