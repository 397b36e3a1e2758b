/** The terminal face of the engine. */
@NullMarked
package dev.zonewright.cli;

import org.jspecify.annotations.NullMarked;
