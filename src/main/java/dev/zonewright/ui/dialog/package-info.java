/** What the window tells and asks a person: notices, questions, errors. */
@NullMarked
package dev.zonewright.ui.dialog;

import org.jspecify.annotations.NullMarked;
