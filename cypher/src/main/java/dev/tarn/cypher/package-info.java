@NullMarked
package dev.tarn.cypher;

import org.jspecify.annotations.NullMarked;
