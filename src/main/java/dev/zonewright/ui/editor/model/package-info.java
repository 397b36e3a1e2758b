/** The model of an editor: its text, caret and preferences, and its findings as they move. */
@NullMarked
package dev.zonewright.ui.editor.model;

import org.jspecify.annotations.NullMarked;
