/** A text being edited: its lines and undo history, what keys do to it, and its lexer. */
@NullMarked
package dev.zonewright.ui.editor.text;

import org.jspecify.annotations.NullMarked;
