/** Where an edit lands in the tree, and which smallest changes of the text may make it. */
@NullMarked
package dev.zonewright.yaml.plan;

import org.jspecify.annotations.NullMarked;
