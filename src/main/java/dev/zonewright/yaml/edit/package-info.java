/** Edits of one document by path, alone or many at once; each is proved before it is made. */
@NullMarked
package dev.zonewright.yaml.edit;

import org.jspecify.annotations.NullMarked;
