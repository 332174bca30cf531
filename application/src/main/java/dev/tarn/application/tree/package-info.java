/**
 * The disconnectivity graph of a landscape.
 *
 * <p>Central types: {@link dev.tarn.application.tree.TreeQuestion}.
 */
@NullMarked
package dev.tarn.application.tree;

import org.jspecify.annotations.NullMarked;
