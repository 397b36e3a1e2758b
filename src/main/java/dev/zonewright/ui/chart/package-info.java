/** A Helm chart, rendered by the person's own Helm. */
@NullMarked
package dev.zonewright.ui.chart;

import org.jspecify.annotations.NullMarked;
