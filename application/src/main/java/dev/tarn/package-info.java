/**
 * The front door for programs in Java: {@link dev.tarn.Tarn} opens a store, explores landscapes
 * into it and gives the landscapes to be asked.
 *
 * <p>Dependency rule: uses everything below the command; nothing uses it.
 */
@NullMarked
package dev.tarn;

import org.jspecify.annotations.NullMarked;
