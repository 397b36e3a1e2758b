/** The editor of a manifest: text, undo, highlighting, and the findings drawn where they stand. */
@NullMarked
package dev.zonewright.ui.editor;

import org.jspecify.annotations.NullMarked;
