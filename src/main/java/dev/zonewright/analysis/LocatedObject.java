package dev.zonewright.analysis;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.text.Position;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlCursor;

/**
 * An object in its file.
 *
 * @param document from 1
 * @param documentOffset where the document starts in its file's text
 * @param start where the object starts
 */
public record LocatedObject(
    String file, int document, int documentOffset, Position start, KubeObject object) {
  /** Where something of this object stands in the text of its file. */
  public TextRange rangeOf(YamlCursor at) {
    return at.place().range().shift(documentOffset);
  }
}
