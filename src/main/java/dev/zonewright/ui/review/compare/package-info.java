/** What changed since another version of the manifests. */
@NullMarked
package dev.zonewright.ui.review.compare;

import org.jspecify.annotations.NullMarked;
