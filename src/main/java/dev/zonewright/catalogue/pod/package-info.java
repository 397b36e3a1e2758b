/** Pod security. */
@NullMarked
package dev.zonewright.catalogue.pod;

import org.jspecify.annotations.NullMarked;
