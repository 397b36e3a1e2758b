/** How an account comes to a power, hop by hop, and what stops it. */
@NullMarked
package dev.zonewright.kube.access.chain;

import org.jspecify.annotations.NullMarked;
