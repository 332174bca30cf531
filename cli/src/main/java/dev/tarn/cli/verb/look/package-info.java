/** Verbs that show what a store holds. */
@NullMarked
package dev.tarn.cli.verb.look;

import org.jspecify.annotations.NullMarked;
