/** Two versions of a review beside each other: what came, what went, and why. */
@NullMarked
package dev.zonewright.report.compare;

import org.jspecify.annotations.NullMarked;
