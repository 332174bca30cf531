/**
 * Where landscapes are: stores in a folder or on a server, folders of other programs' files, and
 * the formats of such files.
 *
 * <p>Central types: {@link dev.tarn.cli.open.StoreLocation}, {@link
 * dev.tarn.cli.open.OpenLandscape}.
 */
@NullMarked
package dev.tarn.cli.open;

import org.jspecify.annotations.NullMarked;
