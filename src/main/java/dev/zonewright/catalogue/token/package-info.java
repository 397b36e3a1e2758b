/** Service-account tokens. */
@NullMarked
package dev.zonewright.catalogue.token;

import org.jspecify.annotations.NullMarked;
