/** What a container is given by opened ConfigMaps and Secrets: files, and variables. */
@NullMarked
package dev.zonewright.kube.evidence.given;

import org.jspecify.annotations.NullMarked;
