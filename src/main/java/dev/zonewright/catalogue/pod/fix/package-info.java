/** What the fixes of a pod take along, and on what evidence they are safe. */
@NullMarked
package dev.zonewright.catalogue.pod.fix;

import org.jspecify.annotations.NullMarked;
