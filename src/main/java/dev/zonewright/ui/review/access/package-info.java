/** What accounts may do, and how they come to it. */
@NullMarked
package dev.zonewright.ui.review.access;

import org.jspecify.annotations.NullMarked;
