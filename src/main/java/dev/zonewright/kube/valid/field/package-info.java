/** Rules of single fields, what they find, and the forms that names and labels have. */
@NullMarked
package dev.zonewright.kube.valid.field;

import org.jspecify.annotations.NullMarked;
