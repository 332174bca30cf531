package dev.tarn.learning.data;

/**
 * What a model learns from, and what it is judged by.
 *
 * @param training rows whose loss is the energy
 * @param test rows the model never sees, of the same inputs and classes; may have no rows
 */
public record LearningData(Dataset training, Dataset test) {}
