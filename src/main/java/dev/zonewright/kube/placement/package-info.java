/** On which nodes pods can run, and so which workloads can meet on one; and what they can share. */
@NullMarked
package dev.zonewright.kube.placement;

import org.jspecify.annotations.NullMarked;
