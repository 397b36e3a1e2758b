/** The window: its model, its layout, its keys. */
@NullMarked
package dev.zonewright.ui.shell;

import org.jspecify.annotations.NullMarked;
