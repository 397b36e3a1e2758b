/** What the review file records: exceptions and attestations. */
@NullMarked
package dev.zonewright.ui.review.records;

import org.jspecify.annotations.NullMarked;
