/** What leaves the program: the JSON review, the text review. */
@NullMarked
package dev.zonewright.report;

import org.jspecify.annotations.NullMarked;
