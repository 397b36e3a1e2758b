package dev.zonewright.report;

import dev.zonewright.control.Severity;
import dev.zonewright.risk.ResidualLevel;

/** How a text report looks: plain, or with the colours of a terminal. Words stay the same. */
public enum Style {
  PLAIN,
  COLOUR;

  public String bold(String text) {
    return wrap("1", text);
  }

  public String faint(String text) {
    return wrap("2", text);
  }

  public String added(String text) {
    return wrap("32", text);
  }

  public String removed(String text) {
    return wrap("31", text);
  }

  public String heading(String text) {
    return wrap("36", text);
  }

  String severity(Severity severity, String text) {
    return wrap(
        switch (severity) {
          case CRITICAL -> "1;31";
          case HIGH -> "31";
          case MEDIUM -> "33";
          case LOW -> "36";
          case NOTE -> "2";
        },
        text);
  }

  String level(ResidualLevel level, String text) {
    return wrap(
        switch (level) {
          case OPEN -> "1;31";
          case UNDETERMINED -> "33";
          case REDUCED -> "33";
          case CONTROLLED -> "32";
          case NOT_ASSESSED -> "2";
        },
        text);
  }

  private String wrap(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
