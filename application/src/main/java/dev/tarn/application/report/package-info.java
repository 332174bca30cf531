/**
 * Everything about a landscape at once.
 *
 * <p>Central types: {@link dev.tarn.application.report.ReportQuestion}.
 */
@NullMarked
package dev.tarn.application.report;

import org.jspecify.annotations.NullMarked;
