/** The lossless tree of one document with exact spans: nodes, cursor, path, values, problems. */
@NullMarked
package dev.zonewright.yaml;

import org.jspecify.annotations.NullMarked;
