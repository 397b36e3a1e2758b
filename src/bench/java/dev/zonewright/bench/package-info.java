/** How fast the engine is, as ratios of what was measured in the same run. */
@NullMarked
package dev.zonewright.bench;

import org.jspecify.annotations.NullMarked;
