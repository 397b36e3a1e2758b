/** Questions about the opened objects, as values, and the memory of their answers. */
@NullMarked
package dev.zonewright.kube.query;

import org.jspecify.annotations.NullMarked;
