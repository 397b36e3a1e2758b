/** What a control is about, from its page. */
@NullMarked
package dev.zonewright.ui.help;

import org.jspecify.annotations.NullMarked;
