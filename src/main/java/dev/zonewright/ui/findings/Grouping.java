package dev.zonewright.ui.findings;

import dev.zonewright.analysis.LocatedFinding;

/** By what the table of findings is grouped. */
public enum Grouping {
  TENANT("tenant"),
  CONTROL("control"),
  FILE("file"),
  OBJECT("object"),
  NONE("none");

  private final String word;

  Grouping(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** The name of the group that a finding belongs to; empty where nothing is grouped. */
  String of(LocatedFinding at) {
    return switch (this) {
      case TENANT -> at.finding().tenant().orElse("Cluster, no tenant");
      case CONTROL -> at.finding().control().title();
      case FILE -> at.file();
      case OBJECT -> at.finding().kind().isEmpty() ? at.file() : object(at);
      case NONE -> "";
    };
  }

  private static String object(LocatedFinding at) {
    String tenant = at.finding().tenant().map(t -> t + " / ").orElse("");
    return tenant + at.finding().objectLabel();
  }
}
