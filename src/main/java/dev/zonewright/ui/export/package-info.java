/** Reports that leave the window as files. */
@NullMarked
package dev.zonewright.ui.export;

import org.jspecify.annotations.NullMarked;
