/** What Kubernetes refuses although every field of it can be decoded. */
@NullMarked
package dev.zonewright.kube.valid;

import org.jspecify.annotations.NullMarked;
