package dev.zonewright.badinput;

import static dev.zonewright.badinput.BadInput.fill;
import static dev.zonewright.badinput.BadInput.lines;
import static dev.zonewright.badinput.BadInput.podWith;

import java.util.Random;

/** Broken or unusual YAML, and characters that it may not have. */
final class SyntaxInputs {
  private SyntaxInputs() {}

  static void add(Rows rows) {
    syntax(rows);
    characters(rows);
  }

  private static void syntax(Rows rows) {
    rows.group("Broken or unusual YAML");
    rows.add("`\"` never closed", n -> "a: \"" + fill("x y\n ", n));
    rows.add("`'` never closed", n -> "a: '" + fill("x ", n));
    rows.add("`'` on every line", n -> fill("a: 'b\n", n));
    rows.add("a long key", n -> fill("k", n) + ": v\n");
    rows.add("one scalar of many lines", n -> "a: b\n" + fill("  c\n", n));
    rows.add("a folded block of many lines", n -> "a: >\n" + fill("  b\n", n));
    rows.add("a block with many blank lines", n -> "a: |\n  b\n" + fill("\n", n));
    rows.add(
        "a block with ever deeper lines",
        n -> "a: >\n  b\n" + lines(n, i -> " ".repeat(2 + i % 900) + "c\n"));
    rows.add("a comment of one long line", n -> "a: b # " + fill("x", n) + "\n");
    rows.add("many comments", n -> fill("# x\n", n) + "a: b\n");
    rows.add(
        "comments after each key", n -> podWith(lines(n, i -> "  k" + i + ": v # c\n  # d\n")));
    rows.add("blank lines", n -> "a: b\n" + fill("\n", n) + "c: d\n");
    rows.add("spaces at the end of a line", n -> "a: b" + fill(" ", n) + "\nc: d\n");
    rows.add("tabs at the end of a line", n -> "a: b" + fill("\t", n) + "\nc: d\n");
    rows.add("tabs that continue a scalar", n -> "a: b\n" + fill(" \t\tc\n", n));
    rows.add("one line that begins with many tabs", n -> "a: b\n " + fill("\t", n) + "c\nd: e\n");
    rows.add("tabs as indentation", n -> fill("\ta: b\n", n));
    rows.add(
        "a template that was not rendered",
        n -> fill("{{- if .Values.a }}\na: {{ .b }}\n{{- end }}\n", n));
    rows.add("`{% raw %}`", n -> fill("{% if a %}\nb: {{ c }}\n{% endif %}\n", n));
    rows.add("`%YAML` lines", n -> fill("%YAML 1.1\n---\na: b\n", n));
    rows.add("many tags", n -> "a:\n" + fill("  - !t x\n", n));
    rows.add("a long tag", n -> "a: !" + fill("t", n) + " x\n");
    rows.add("a long anchor", n -> "a: &" + fill("t", n) + " x\n");
    rows.add("a wrong `\\U` escape", n -> "a: \"" + fill("\\\\U0010ffff", n) + "\\\\UFFFFFFFF\"\n");
    rows.add("`? key` over many lines", n -> fill("? a\n: b\n", n));
    rows.add("commas in flow", n -> "a: [" + fill(",", n) + "]\n");
    rows.add("colons", n -> fill(":", n) + "\n");
    rows.add("`a: a: a: …`", n -> fill("a: ", n) + "\n");
    rows.add("brackets that do not match", n -> "a: " + fill("[}", n) + "\n");
    rows.add(
        "a flow mapping over many lines",
        n -> "a: {" + lines(n, i -> "k" + i + ": v,\n  ") + "}\n");
  }

  private static void characters(Rows rows) {
    rows.group("Characters");
    rows.add("control characters", n -> "a: \"" + fill("\u0001", n) + "\"\n");
    rows.add("NUL bytes", n -> fill("\0", n));
    rows.add("CR alone", n -> fill("a: b\r", n));
    rows.add("CR and LF", n -> podWith(lines(n, i -> "  k" + i + ": v\r\n")));
    rows.add("characters beyond the first 65,536", n -> "a: " + fill("😀", n) + "\n");
    rows.add("half of a surrogate pair", n -> "a: \"" + fill("\\\\ud83d", n) + "\"\n");
    rows.add("marks that turn the direction", n -> podWith("  x: " + fill("\u202e", n)));
    rows.add(
        "keys with an invisible character", n -> podWith(lines(n, i -> "  k" + i + "\u200b: v\n")));
    rows.add("line separators of Unicode", n -> "a: b" + fill("\u2028", n) + "c\n");
    rows.add("random bytes", SyntaxInputs::random);
  }

  private static String random(int size) {
    Random random = new Random(7);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < size; i++) {
      out.append((char) (random.nextInt(95) + 32 - (random.nextInt(20) == 0 ? 22 : 0)));
    }
    return out.toString();
  }
}
