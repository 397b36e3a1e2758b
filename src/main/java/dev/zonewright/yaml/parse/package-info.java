/**
 * From characters to trees: splits a text into documents and reads each; the only user of the YAML
 * parser.
 */
@NullMarked
package dev.zonewright.yaml.parse;

import org.jspecify.annotations.NullMarked;
