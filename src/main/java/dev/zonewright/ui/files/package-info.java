/** The files that are open: opening, saving, reloading and recovering their texts. */
@NullMarked
package dev.zonewright.ui.files;

import org.jspecify.annotations.NullMarked;
