/** New entries of a review file, written as proved edits that leave everything else as it is. */
@NullMarked
package dev.zonewright.review.edit;

import org.jspecify.annotations.NullMarked;
