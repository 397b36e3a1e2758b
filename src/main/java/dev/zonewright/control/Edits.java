package dev.zonewright.control;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.edit.YamlEditor;

/**
 * What a fix that reaches beyond its document asks for its edits. All of them are made, or none:
 * what one editor refuses is refused as a whole.
 */
public interface Edits {
  /** The editor of the document with the finding. */
  YamlEditor here();

  /**
   * The editor of the document that holds an object; paths start at the document's root, as those
   * of cursors do. One that refuses everything where the object is not opened, or is opened twice.
   */
  YamlEditor in(ObjectRef object);

  /** Adds a document. One that is there already, with the same content, is not added again. */
  void add(NewDocument document);
}
