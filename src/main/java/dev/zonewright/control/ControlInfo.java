package dev.zonewright.control;

import java.util.List;

/**
 * What there is to say about a control in a line.
 *
 * @param id lower case with hyphens: the class name of the control
 * @param title what a finding is called, in a few words: “Privileged container”
 * @param summary one sentence on what it finds
 * @param severity of a finding that does not say otherwise
 * @param edera what Edera's runtime does with the field
 * @param sources sections of Edera's reference architecture and other standards that ask for it
 */
public record ControlInfo(
    String id,
    Family family,
    String title,
    String summary,
    Severity severity,
    EderaEffect edera,
    List<String> sources) {
  public ControlInfo {
    sources = List.copyOf(sources);
  }

  /**
   * The id that belongs to a control's class: {@code HostPathVolume} gives {@code
   * host-path-volume}.
   */
  public static String idOf(Class<?> control) {
    StringBuilder out = new StringBuilder();
    for (char c : control.getSimpleName().toCharArray()) {
      if (Character.isUpperCase(c) && !out.isEmpty()) {
        out.append('-');
      }
      out.append(Character.toLowerCase(c));
    }
    return out.toString();
  }
}
