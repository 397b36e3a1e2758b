/** The contract of a control and the words it speaks. */
@NullMarked
package dev.zonewright.control;

import org.jspecify.annotations.NullMarked;
