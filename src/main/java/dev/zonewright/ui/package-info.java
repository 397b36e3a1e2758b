/** What the window's screens share. */
@NullMarked
package dev.zonewright.ui;

import org.jspecify.annotations.NullMarked;
