/** Tries hostile and broken input of a given size on the whole engine, and writes down the cost. */
@NullMarked
package dev.zonewright.badinput;

import org.jspecify.annotations.NullMarked;
