/** What is known of well-known programs and their settings, by names alone; knows no manifest. */
@NullMarked
package dev.zonewright.kube.evidence.known;

import org.jspecify.annotations.NullMarked;
