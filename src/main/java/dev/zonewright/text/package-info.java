/** Characters, ranges and edits; knows no YAML. */
@NullMarked
package dev.zonewright.text;

import org.jspecify.annotations.NullMarked;
