/** When a fix of the catalogue is safe, and when it is looked at first: one rule for each fix. */
@NullMarked
package dev.zonewright.catalogue.safety;

import org.jspecify.annotations.NullMarked;
