/** Controls on secrets: how they reach a workload, and whether they are written out. */
@NullMarked
package dev.zonewright.catalogue.secret;

import org.jspecify.annotations.NullMarked;
