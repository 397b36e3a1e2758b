/**
 * What the window keeps between two starts, in one folder of the person's own: settings, texts that
 * are not saved yet, and the door by which a second start reaches the first. Touches nothing
 * outside that folder.
 */
@NullMarked
package dev.zonewright.settings;

import org.jspecify.annotations.NullMarked;
