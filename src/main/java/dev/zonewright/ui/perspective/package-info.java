/** The switch between manifests and review, and the pages of the review behind it. */
@NullMarked
package dev.zonewright.ui.perspective;

import org.jspecify.annotations.NullMarked;
