/** Verbs that bring landscapes in, write them out and remove them. */
@NullMarked
package dev.tarn.cli.verb.keep;

import org.jspecify.annotations.NullMarked;
