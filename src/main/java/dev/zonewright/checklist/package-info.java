/**
 * The hardening checklist: the 22 items of the reference architecture, answered for each tenant
 * from what an analysis and the attestations of a review show.
 */
@NullMarked
package dev.zonewright.checklist;

import org.jspecify.annotations.NullMarked;
