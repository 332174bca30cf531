/**
 * What the command says: answers as JSON, tables, facts and pages; numbers and times as people read
 * them; live lines; errors.
 *
 * <p>A class named after a subject and {@code Text} says the answers to one question in words.
 *
 * <p>Dependency rule: formats answers, asks none; knows no verb.
 */
@NullMarked
package dev.tarn.cli.output;

import org.jspecify.annotations.NullMarked;
