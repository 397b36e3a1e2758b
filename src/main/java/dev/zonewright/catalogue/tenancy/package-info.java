/** Controls on what tenants share: budgets, defaults, admission, nodes, volumes, namespaces. */
@NullMarked
package dev.zonewright.catalogue.tenancy;

import org.jspecify.annotations.NullMarked;
