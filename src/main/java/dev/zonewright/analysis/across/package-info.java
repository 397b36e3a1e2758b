/** Makes fixes that edit several documents or add new ones: all of a fix, or nothing. */
@NullMarked
package dev.zonewright.analysis.across;

import org.jspecify.annotations.NullMarked;
