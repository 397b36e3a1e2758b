/**
 * The lossless tree with exact spans, and edits that keep formatting; the only user of the YAML
 * parser.
 */
@NullMarked
package dev.zonewright.yaml;

import org.jspecify.annotations.NullMarked;
