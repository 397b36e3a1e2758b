/** What accounts may do: roles, bindings, and the answer of Kubernetes' RBAC authorizer. */
@NullMarked
package dev.zonewright.kube.access;

import org.jspecify.annotations.NullMarked;
