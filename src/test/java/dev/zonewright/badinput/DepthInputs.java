package dev.zonewright.badinput;

import static dev.zonewright.badinput.BadInput.fill;
import static dev.zonewright.badinput.BadInput.lines;
import static dev.zonewright.badinput.BadInput.podWith;

import java.util.Collections;

/** What nests, and what stands for more than it is. */
final class DepthInputs {
  private DepthInputs() {}

  static void add(Rows rows) {
    nesting(rows);
    aliases(rows);
  }

  private static void nesting(Rows rows) {
    rows.group("Nesting");
    rows.add("`[[[[…` never closed", n -> fill("[", n));
    rows.add("`[[[…]]]`", n -> fill("[", n / 2) + fill("]", n / 2));
    rows.add("`{a: {a: …`", n -> fill("{a: ", n));
    rows.add("`{\"a\":{\"a\":…}}`", n -> fill("{\"a\":", n * 5 / 6) + "1" + fill("}", n / 6));
    rows.add("`- - - - …`", n -> fill("- ", n));
    rows.add("`? ? ? ? …`", n -> fill("? ", n));
    rows.add("block mappings, each deeper", DepthInputs::deeper);
    for (int depth : new int[] {150, 700, 1_000}) {
      rows.add(depth + " levels of flow in `annotations`", n -> nested(depth, n));
      rows.add(depth + " levels of block", n -> deeper(depth, n));
    }
  }

  private static void aliases(Rows rows) {
    rows.group("Anchors and aliases");
    rows.add("aliases of aliases, ten times ten times …", n -> bomb(n));
    rows.add(
        "one anchor, many aliases", n -> podWith("  a: &a {b: c}\n  l:\n" + fill("  - *a\n", n)));
    rows.add(
        "many anchors", n -> podWith("  l:\n" + lines(n, i -> "  - &a" + i + " v" + i + "\n")));
    rows.add(
        "each mapping merges the one before",
        n ->
            podWith(
                "  m0: &m0 {a: 1}\n"
                    + lines(n, i -> "  m%d: &m%d {<<: *m%d}\n".formatted(i + 1, i + 1, i))));
    rows.add(
        "one `<<` with a long list",
        n -> podWith("  a: &a {b: c}\n  m:\n    <<: [" + fill("*a, ", n) + "*a]"));
    rows.add(
        "nested aliases that go deep when written out",
        n ->
            podWith(
                "  d0: &d0 [x]\n"
                    + lines(n, i -> "  d%d: &d%d [*d%d]\n".formatted(i + 1, i + 1, i))));
    rows.add("an anchor that contains itself", n -> "a: &a\n" + fill("  - *a\n", n));
  }

  private static String deeper(int size) {
    return deeper((int) Math.sqrt(2.0 * size), size);
  }

  private static String deeper(int depth, int size) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < depth && out.length() < size; i++) {
      out.append(" ".repeat(i)).append("a:\n");
    }
    return out + "# " + "x".repeat(Math.max(0, size - out.length())) + "\n";
  }

  private static String nested(int depth, int size) {
    String value = "[".repeat(depth) + "]".repeat(depth);
    return lines(size, i -> podWith("  x" + i + ": " + value) + "---\n");
  }

  private static String bomb(int size) {
    String bomb =
        "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + lines(
                size,
                i -> {
                  String alias = "*a" + i;
                  return "a%d: &a%d [%s]\n"
                      .formatted(i + 1, i + 1, String.join(", ", Collections.nCopies(10, alias)));
                });
    return bomb;
  }
}
