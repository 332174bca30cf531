/**
 * Atoms in free space and in periodic boxes. Coordinates are x0 y0 z0 x1 ...
 *
 * <p>Dependency rule: potentials, their symmetries, vector arithmetic and the catalogue.
 */
@NullMarked
package dev.tarn.potentials.clusters;

import org.jspecify.annotations.NullMarked;
