/** What the opened manifests show of Falco: where it runs, what it loads, what its rules watch. */
@NullMarked
package dev.zonewright.kube.falco;

import org.jspecify.annotations.NullMarked;
