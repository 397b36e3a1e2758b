/** Puts a new file in the place of an old one and looks at what was replaced. */
@NullMarked
package dev.zonewright.workspace.exchange;

import org.jspecify.annotations.NullMarked;
