/**
 * Answers the questions that people ask of a landscape; the command, the procedures and programs in
 * Java all ask here.
 *
 * <p>A <em>{@linkplain dev.tarn.application.Question question}</em> is a record of its parameters,
 * each with its type and its range. It is asked of a <em>{@linkplain dev.tarn.application.Subject
 * subject}</em>: a landscape, or the part of it that a {@linkplain dev.tarn.application.Projection
 * projection} leaves. The <em>{@linkplain dev.tarn.application.Answer answer}</em> is a record with
 * typed results, and with the same results as {@linkplain dev.tarn.application.NamedValues names
 * and values} in a fixed order: the keys of a JSON object, and the columns of rows. A row that is
 * the same in comma-separated values and in Cypher is a record whose components are the columns.
 *
 * <p>A subject reaches its landscape through a port, {@link dev.tarn.application.LandscapeSource}:
 * {@link dev.tarn.application.StoredLandscape} is a landscape of a store or of a folder of files;
 * procedures bring one that reads in the caller's transaction. Predicates in Cypher are evaluated
 * by whoever implements the port.
 *
 * <p>What cannot be answered is a {@link dev.tarn.application.QuestionException}. It names
 * parameters as {@linkplain dev.tarn.application.OptionName options}, which the command shows as
 * {@code --where-ts} and a procedure as {@code option whereTs}.
 *
 * <p><b>To add a question</b>: a question record and an answer record in the package of its subject
 * area; in {@code cli} a verb that declares the options, asks and prints; in {@code cypher} a
 * procedure that declares the columns, asks and yields.
 *
 * <p>Dependency rule: uses the landscape, the graph store, analytics, the explorer and learning;
 * knows neither Neo4j nor the command line. Subpackages use this package, never the reverse.
 */
@NullMarked
package dev.tarn.application;

import org.jspecify.annotations.NullMarked;
