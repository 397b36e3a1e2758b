/**
 * What Kubernetes asks of the kinds beside workloads: services, ingresses, autoscalers, budgets.
 */
@NullMarked
package dev.zonewright.kube.valid.kind;

import org.jspecify.annotations.NullMarked;
