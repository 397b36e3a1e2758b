/** Controls on AI agents, which run code that nobody has read. */
@NullMarked
package dev.zonewright.catalogue.agent;

import org.jspecify.annotations.NullMarked;
