/** Manifest truth: what must hold before any control can be believed. */
@NullMarked
package dev.zonewright.catalogue.manifest;

import org.jspecify.annotations.NullMarked;
