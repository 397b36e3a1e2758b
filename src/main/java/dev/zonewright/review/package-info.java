/**
 * The review file: what people decided on a set of manifests. Reading it, and applying it to an
 * analysis: tenants grouped, findings accepted, items attested, and its own entries audited.
 */
@NullMarked
package dev.zonewright.review;

import org.jspecify.annotations.NullMarked;
