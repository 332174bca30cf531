/**
 * How deep plain gradient descent gets.
 *
 * <p>A <em>descent</em> starts at a random point of a potential and ends near a stationary point;
 * an <em>ensemble</em> of descents is a sample of the energies at which they end. In glasses of
 * many spins these energies <em>concentrate</em>: almost all lie in a narrow band.
 *
 * <p>Central types: {@link dev.tarn.explorer.descent.DescentEnsemble}, {@link
 * dev.tarn.explorer.descent.DescentSettings}.
 *
 * <p>Dependency rule: potentials and searches; stores nothing.
 */
@NullMarked
package dev.tarn.explorer.descent;

import org.jspecify.annotations.NullMarked;
