/** The fix menu with its diff, and fixing many findings at once. */
@NullMarked
package dev.zonewright.ui.fix;

import org.jspecify.annotations.NullMarked;
