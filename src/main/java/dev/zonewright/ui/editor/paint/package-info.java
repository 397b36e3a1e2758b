/** What is drawn on and beside the lines: colours, marks, gutter, overview stripe. */
@NullMarked
package dev.zonewright.ui.editor.paint;

import org.jspecify.annotations.NullMarked;
