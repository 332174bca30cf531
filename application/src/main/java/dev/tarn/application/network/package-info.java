/**
 * A landscape as a network: its measures, how its minima divide into communities and basins, and
 * how well each is connected. Loops are left out, parallel transition states count once.
 *
 * <p>Central types: {@link dev.tarn.application.network.NetworkQuestion}.
 */
@NullMarked
package dev.tarn.application.network;

import org.jspecify.annotations.NullMarked;
