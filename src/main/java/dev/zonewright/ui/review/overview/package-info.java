/** What risk is left for which tenant, and what closes it. */
@NullMarked
package dev.zonewright.ui.review.overview;

import org.jspecify.annotations.NullMarked;
