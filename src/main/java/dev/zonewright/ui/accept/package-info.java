/** Dialogs that write into the review file: accepting a risk, attesting an item. */
@NullMarked
package dev.zonewright.ui.accept;

import org.jspecify.annotations.NullMarked;
