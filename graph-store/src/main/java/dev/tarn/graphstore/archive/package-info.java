/**
 * Landscapes as files: what other programs write is read, and what they read is written.
 *
 * <p>An <em>archive</em> is a file or folder that holds one whole landscape in some format. A
 * reader passes the points of an archive, one by one, to {@link
 * dev.tarn.graphstore.archive.ArchiveReader.Receiver}; the importer brings them into a store, whole
 * or not at all. Every fault of an archive is an {@link
 * dev.tarn.graphstore.archive.ArchiveException} of one line that names file and line.
 *
 * <p>A <em>format</em> is a class that says by which extensions it is chosen, what it holds, how an
 * archive is recognised, read and written, and a line in the table {@link
 * dev.tarn.graphstore.archive.ArchiveFormat}; imports and exports know formats from there only.
 *
 * <p>Central types: {@link dev.tarn.graphstore.archive.LandscapeArchives} (the way in and out),
 * {@link dev.tarn.graphstore.archive.ArchiveFormat}, {@link
 * dev.tarn.graphstore.archive.ReadableFormat}, {@link dev.tarn.graphstore.archive.FileFormat},
 * {@link dev.tarn.graphstore.archive.FolderFormat}. The formats are described in
 * docs/file-formats.md.
 *
 * <p>Dependency rule: the landscape vocabulary, Jackson, the JDBC driver of SQLite; no Neo4j but
 * through {@code dev.tarn.graphstore}.
 */
@NullMarked
package dev.tarn.graphstore.archive;

import org.jspecify.annotations.NullMarked;
