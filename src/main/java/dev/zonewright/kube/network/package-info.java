/** Which connections the network policies among the manifests allow, and which rule says so. */
@NullMarked
package dev.zonewright.kube.network;

import org.jspecify.annotations.NullMarked;
