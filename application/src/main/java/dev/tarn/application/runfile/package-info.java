/**
 * Run files: what to explore or to count, and how, in YAML.
 *
 * <p>A {@link dev.tarn.application.runfile.RunFile} is keys and values that remember their lines.
 * It is read into {@linkplain dev.tarn.application.runfile.RunFile#settings() settings of an
 * exploration} or into a {@link dev.tarn.application.runfile.CensusPlan}; single values can be
 * changed before. Reading is strict: an unknown key, or a value out of range, is a {@link
 * dev.tarn.application.QuestionException} with the line.
 *
 * <p>Dependency rule: Jackson's YAML parser is used here and nowhere else.
 */
@NullMarked
package dev.tarn.application.runfile;

import org.jspecify.annotations.NullMarked;
