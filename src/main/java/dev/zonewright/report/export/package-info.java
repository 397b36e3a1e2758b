/** Reviews for other programs and for readers: SARIF, JUnit, CSV, Markdown, HTML, OpenReports. */
@NullMarked
package dev.zonewright.report.export;

import org.jspecify.annotations.NullMarked;
