package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.parse.DocumentSplitter;
import dev.zonewright.yaml.parse.YamlParser;

/** What an edit is made for, and so which parser reads its result. */
enum EditMode {
  /** A document, of which each result is read by the full parser. */
  DOCUMENT,
  /** The same, where text that several places share is changed for all of them. */
  SHARING,
  /**
   * One step of many, on a document or on items of a list between their neighbours: what becomes of
   * all of them is read by the full parser in the end, so that the quick one does for each step.
   */
  PART,
  /** None is made: what is asked for is only taken down. */
  ASKED;

  /** Whether a splitter sees as many documents; of steps that too is asked once in the end. */
  boolean keepsDocuments(String before, String after) {
    return this == PART || sameDocuments(before, after);
  }

  static boolean sameDocuments(String before, String after) {
    return DocumentSplitter.split(after).size() == DocumentSplitter.split(before).size();
  }

  YamlDocument read(String text) {
    return this == PART ? YamlParser.parse(text) : YamlParser.parseFully(text);
  }
}
