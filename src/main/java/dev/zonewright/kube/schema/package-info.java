/**
 * Which fields the built-in kinds have, with which types, and where an object departs from them.
 */
@NullMarked
package dev.zonewright.kube.schema;

import org.jspecify.annotations.NullMarked;
