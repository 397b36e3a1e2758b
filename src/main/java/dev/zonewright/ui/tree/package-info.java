/** The tree on the left: tenants, files, charts. */
@NullMarked
package dev.zonewright.ui.tree;

import org.jspecify.annotations.NullMarked;
