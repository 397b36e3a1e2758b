/** Does the pod really run in an Edera zone? */
@NullMarked
package dev.zonewright.catalogue.zone;

import org.jspecify.annotations.NullMarked;
