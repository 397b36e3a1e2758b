/** The only room that touches files. */
@NullMarked
package dev.zonewright.workspace;

import org.jspecify.annotations.NullMarked;
