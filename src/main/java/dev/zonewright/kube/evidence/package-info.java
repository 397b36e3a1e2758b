/**
 * What the opened manifests show of what a workload needs, each answer with its reason in words.
 */
@NullMarked
package dev.zonewright.kube.evidence;

import org.jspecify.annotations.NullMarked;
