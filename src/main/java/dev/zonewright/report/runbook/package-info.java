/** What to do about an incident, for one workload, with what the manifests say filled in. */
@NullMarked
package dev.zonewright.report.runbook;

import org.jspecify.annotations.NullMarked;
