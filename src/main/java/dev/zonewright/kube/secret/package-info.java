/** Recognises credentials by name, key and shape, and says what kind of secret each is. */
@NullMarked
package dev.zonewright.kube.secret;

import org.jspecify.annotations.NullMarked;
