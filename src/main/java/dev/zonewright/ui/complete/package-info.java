/** Help with the fields of Kubernetes: which there are at the caret, and what one of them is. */
@NullMarked
package dev.zonewright.ui.complete;

import org.jspecify.annotations.NullMarked;
