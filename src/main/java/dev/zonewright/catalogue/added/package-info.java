/** Objects that fixes add beside what is opened. */
@NullMarked
package dev.zonewright.catalogue.added;

import org.jspecify.annotations.NullMarked;
