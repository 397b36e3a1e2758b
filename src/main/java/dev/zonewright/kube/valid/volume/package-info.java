/** What Kubernetes asks of the source of a volume and of a claim of storage. */
@NullMarked
package dev.zonewright.kube.valid.volume;

import org.jspecify.annotations.NullMarked;
