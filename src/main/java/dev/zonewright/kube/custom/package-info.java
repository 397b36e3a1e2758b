/** Where custom resources hold pods, or parts of them, and how far those are known. */
@NullMarked
package dev.zonewright.kube.custom;

import org.jspecify.annotations.NullMarked;
