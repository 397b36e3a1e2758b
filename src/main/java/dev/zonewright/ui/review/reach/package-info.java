/** What a workload may connect to, and the line that decides. */
@NullMarked
package dev.zonewright.ui.review.reach;

import org.jspecify.annotations.NullMarked;
