/** What commands print that is no report: the page of a control, the account of a run of fixes. */
@NullMarked
package dev.zonewright.cli.page;

import org.jspecify.annotations.NullMarked;
