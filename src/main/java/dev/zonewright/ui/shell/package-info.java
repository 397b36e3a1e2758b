/** The window: its model, its layout, its commands. */
@NullMarked
package dev.zonewright.ui.shell;

import org.jspecify.annotations.NullMarked;
