package dev.zonewright.badinput;

import java.util.function.IntFunction;

/**
 * One kind of bad input.
 *
 * @param group the heading it comes under
 * @param name what it is, in a few words of Markdown
 * @param ofSize its text of about so many characters
 */
record BadInput(String group, String name, IntFunction<String> ofSize) {
  /** A pod with a member of {@code spec} that is the given text, indented by two. */
  static String podWith(String inSpec) {
    return """
    apiVersion: v1
    kind: Pod
    metadata:
      name: tried
      namespace: team
    spec:
    %s
    """
        .formatted(inSpec);
  }

  /** A pod with one container that has these lines, indented by four. */
  static String containerWith(String lines) {
    return podWith("  containers:\n  - name: c\n" + lines);
  }

  /** The unit over and over until the size is reached. */
  static String fill(String unit, int size) {
    return unit.repeat(Math.max(1, size / unit.length()));
  }

  /** Lines made from their number until the size is reached. */
  static String lines(int size, IntFunction<String> line) {
    StringBuilder out = new StringBuilder(size + 100);
    for (int i = 0; out.length() < size; i++) {
      out.append(line.apply(i));
    }
    return out.toString();
  }
}
