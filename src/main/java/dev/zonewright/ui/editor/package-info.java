/** The editor of a manifest: the view, its keys, its menu and the popups over it. */
@NullMarked
package dev.zonewright.ui.editor;

import org.jspecify.annotations.NullMarked;
