/** Roles, bindings and what accounts may do by them. */
@NullMarked
package dev.zonewright.catalogue.rbac;

import org.jspecify.annotations.NullMarked;
