/** What the tree means: objects, effective pod specs, tenants, cross references. */
@NullMarked
package dev.zonewright.kube;

import org.jspecify.annotations.NullMarked;
