/** Residual risk for each tenant, with its evidence. */
@NullMarked
package dev.zonewright.risk;

import org.jspecify.annotations.NullMarked;
