/** Find and replace within a text. */
@NullMarked
package dev.zonewright.ui.editor.find;

import org.jspecify.annotations.NullMarked;
