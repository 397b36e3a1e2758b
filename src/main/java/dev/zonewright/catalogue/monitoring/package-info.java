/** Controls on what watches the zones: Falco, and the rules by which it alerts. */
@NullMarked
package dev.zonewright.catalogue.monitoring;

import org.jspecify.annotations.NullMarked;
