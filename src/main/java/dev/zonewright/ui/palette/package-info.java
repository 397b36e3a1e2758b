/** Go to anything: one field that finds objects, files, findings and controls by a few letters. */
@NullMarked
package dev.zonewright.ui.palette;

import org.jspecify.annotations.NullMarked;
