/** Fixes of places that share their text through an anchor. */
@NullMarked
package dev.zonewright.analysis.shared;

import org.jspecify.annotations.NullMarked;
