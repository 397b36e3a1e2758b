/** What a person gives on a command line, once it is read. */
@NullMarked
package dev.zonewright.cli.given;

import org.jspecify.annotations.NullMarked;
