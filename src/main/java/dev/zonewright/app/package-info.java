/** The main method and the wiring of all rooms, by hand. */
@NullMarked
package dev.zonewright.app;

import org.jspecify.annotations.NullMarked;
