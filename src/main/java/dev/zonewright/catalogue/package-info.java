/** The controls, one class each, in family packages; {@code ControlCatalogue} lists them. */
@NullMarked
package dev.zonewright.catalogue;

import org.jspecify.annotations.NullMarked;
