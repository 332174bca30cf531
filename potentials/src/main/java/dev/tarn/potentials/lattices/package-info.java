/**
 * Spins, fields and glasses on lattices and spheres.
 *
 * <p>Dependency rule: potentials, their symmetries and the catalogue.
 */
@NullMarked
package dev.tarn.potentials.lattices;

import org.jspecify.annotations.NullMarked;
