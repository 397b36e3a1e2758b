/** What is remembered from one start to the next, and the look that follows from it. */
@NullMarked
package dev.zonewright.ui.preferences;

import org.jspecify.annotations.NullMarked;
