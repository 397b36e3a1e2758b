/** What the commands are called and take, as shells and {@code man} want to be told. */
@NullMarked
package dev.zonewright.cli.words;

import org.jspecify.annotations.NullMarked;
