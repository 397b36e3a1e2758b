/** Which single changes close most of what a review shows, each found out by a trial run. */
@NullMarked
package dev.zonewright.report.closing;

import org.jspecify.annotations.NullMarked;
