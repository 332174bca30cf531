/**
 * Work shared out to threads of this process, with results that do not depend on their number.
 *
 * <p>Central type: {@link dev.tarn.explorer.run.EngineThreads}.
 *
 * <p>Dependency rule: the JDK only.
 */
@NullMarked
package dev.tarn.explorer.run;

import org.jspecify.annotations.NullMarked;
