/** The residual risk of one tenant, row by row. */
@NullMarked
package dev.zonewright.ui.risk;

import org.jspecify.annotations.NullMarked;
