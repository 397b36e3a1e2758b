/** Comments that speak of what a fix takes away or changes. */
@NullMarked
package dev.zonewright.analysis.remark;

import org.jspecify.annotations.NullMarked;
