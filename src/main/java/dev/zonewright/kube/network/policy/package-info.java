/** What network policies and pods say of connections, read from objects. */
@NullMarked
package dev.zonewright.kube.network.policy;

import org.jspecify.annotations.NullMarked;
