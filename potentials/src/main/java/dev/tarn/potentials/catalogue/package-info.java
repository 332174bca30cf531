/**
 * The potentials that come with Tarn, by the names that run files use.
 *
 * <p>A <em>kind</em> has a name and parameters with types, ranges and defaults; a
 * <em>specification</em> is a kind with complete parameters, enough to make the same potential
 * again elsewhere.
 *
 * <p>Central types: {@link dev.tarn.potentials.catalogue.PotentialCatalogue} and {@link
 * dev.tarn.potentials.catalogue.PotentialSpecification}.
 *
 * <p>Dependency rule: the packages of the potentials themselves.
 */
@NullMarked
package dev.tarn.potentials.catalogue;

import org.jspecify.annotations.NullMarked;
