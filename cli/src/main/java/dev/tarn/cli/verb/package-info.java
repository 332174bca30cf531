/**
 * What all verbs share: options, and the way from a question to its printed answer.
 *
 * <p>A <em>verb</em> declares options and prints. The verbs stand in subpackages by what they do,
 * as help lists them: {@code find}, {@code look}, {@code compute}, {@code keep}. No verb uses
 * another one.
 *
 * <p>Central types: {@link dev.tarn.cli.verb.Verb}, {@link dev.tarn.cli.verb.AskingVerb}.
 */
@NullMarked
package dev.tarn.cli.verb;

import org.jspecify.annotations.NullMarked;
