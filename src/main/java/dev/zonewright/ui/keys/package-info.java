/** The sheet of all keys. */
@NullMarked
package dev.zonewright.ui.keys;

import org.jspecify.annotations.NullMarked;
