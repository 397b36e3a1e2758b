/** Two versions of texts beside each other, and what is to become of them. */
@NullMarked
package dev.zonewright.ui.compare;

import org.jspecify.annotations.NullMarked;
