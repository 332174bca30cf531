/**
 * Files that a person writes: run files in YAML, and structures.
 *
 * <p>Central types: {@link dev.tarn.cli.runfile.RunFile}, {@link dev.tarn.cli.runfile.CensusFile}.
 */
@NullMarked
package dev.tarn.cli.runfile;

import org.jspecify.annotations.NullMarked;
