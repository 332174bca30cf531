/** Verbs that compute on a landscape. */
@NullMarked
package dev.tarn.cli.verb.compute;

import org.jspecify.annotations.NullMarked;
