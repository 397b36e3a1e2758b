/** The table of findings with its filter. */
@NullMarked
package dev.zonewright.ui.findings;

import org.jspecify.annotations.NullMarked;
