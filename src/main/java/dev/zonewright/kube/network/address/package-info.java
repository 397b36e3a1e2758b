/** Addresses of both families and sets of them, exact over the whole range. */
@NullMarked
package dev.zonewright.kube.network.address;

import org.jspecify.annotations.NullMarked;
