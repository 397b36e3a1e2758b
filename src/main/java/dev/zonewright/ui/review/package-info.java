/** What all pages of a review share: its facts, its pages, and the lines that decide. */
@NullMarked
package dev.zonewright.ui.review;

import org.jspecify.annotations.NullMarked;
