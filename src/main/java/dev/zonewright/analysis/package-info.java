/** Runs the catalogue over a snapshot of manifests; pure, incremental by document. */
@NullMarked
package dev.zonewright.analysis;

import org.jspecify.annotations.NullMarked;
