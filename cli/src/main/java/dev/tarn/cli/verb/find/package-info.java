/** Verbs that find stationary points. */
@NullMarked
package dev.tarn.cli.verb.find;

import org.jspecify.annotations.NullMarked;
