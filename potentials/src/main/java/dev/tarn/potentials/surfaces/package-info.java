/**
 * Functions of a few variables, for tests and teaching.
 *
 * <p>Dependency rule: potentials, their symmetries and the catalogue.
 */
@NullMarked
package dev.tarn.potentials.surfaces;

import org.jspecify.annotations.NullMarked;
