/** What a run of fixes keeps account of. */
@NullMarked
package dev.zonewright.analysis.run;

import org.jspecify.annotations.NullMarked;
