/** Controls on what workloads may connect to. */
@NullMarked
package dev.zonewright.catalogue.network;

import org.jspecify.annotations.NullMarked;
