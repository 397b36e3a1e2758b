/** The line at the foot of the window. */
@NullMarked
package dev.zonewright.ui.status;

import org.jspecify.annotations.NullMarked;
