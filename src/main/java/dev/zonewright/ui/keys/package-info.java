/** Commands, the keys that call them, and the sheet that lists them. */
@NullMarked
package dev.zonewright.ui.keys;

import org.jspecify.annotations.NullMarked;
