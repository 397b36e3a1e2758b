/** Whether an edited object is still one that Kubernetes takes. */
@NullMarked
package dev.zonewright.analysis.valid;

import org.jspecify.annotations.NullMarked;
