/**
 * Basin-hopping: looks for the global minimum by a Monte Carlo walk from minimum to minimum.
 *
 * <p>A <em>hop</em> changes the last accepted minimum by a <em>move</em>, quenches, and accepts the
 * minimum it comes to by the rule of Metropolis at a temperature. A <em>chain</em> is such a walk.
 * Chains at several temperatures that now and then exchange their minima form a <em>ladder</em>:
 * the hot ones cross between funnels, the cold ones go to the bottom of theirs.
 *
 * <p>Central types: {@link dev.tarn.explorer.walks.BasinHopping}, {@link
 * dev.tarn.explorer.walks.ReplicaState}, {@link dev.tarn.explorer.walks.HoppingSettings}, {@link
 * dev.tarn.explorer.walks.Walk}.
 *
 * <p>Sources: Z. Li and H. A. Scheraga, Proc. Natl Acad. Sci. 84, 6611 (1987); D. J. Wales and J.
 * P. K. Doye, J. Phys. Chem. A 101, 5111 (1997).
 *
 * <p>Dependency rule: the potential, symmetry and search packages only.
 */
@NullMarked
package dev.tarn.explorer.walks;

import org.jspecify.annotations.NullMarked;
