/**
 * Where rows of data come from: CSV files, images, generators, simulated molecules; how they are
 * coded, standardised and split into training and test rows.
 *
 * <p>Central types: {@link dev.tarn.learning.data.DataSpecification}, {@link
 * dev.tarn.learning.data.Dataset} and {@link dev.tarn.learning.data.LearningData}.
 *
 * <p>Dependency rule: potentials and the explorer's minimisers, which simulate molecules.
 */
@NullMarked
package dev.tarn.learning.data;

import org.jspecify.annotations.NullMarked;
