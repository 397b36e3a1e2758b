package dev.zonewright.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Spoils manifests at random, mostly in ways that YAML and Kubernetes give a meaning to. */
final class Mutations {
  private static final int MOST_CHARACTERS = 40_000;
  private static final List<String> TOKENS =
      List.of(
          "---",
          "\n---\n",
          "...",
          "\n...\n",
          "--- ",
          "&a ",
          "*a",
          "<<: *a",
          "<<: [*a, *b]",
          "&b ",
          "\t",
          "\n\t",
          "\r",
          "\r\n",
          "\uFEFF",
          "{{",
          "{{ .Values.x }}",
          "{{- if x }}",
          "}}",
          "${X}",
          "$(X)",
          "#",
          " # c",
          "# Source: a/templates/b.yaml",
          "[",
          "]",
          "{",
          "}",
          ",",
          ": ",
          ":",
          "? ",
          "- ",
          "|",
          ">",
          "|2-\n",
          ">+\n",
          "'",
          "\"",
          "\\",
          "\\u0000",
          "!!str ",
          "!x ",
          "%YAML 1.1\n",
          "%TAG ! x\n",
          "\u0000",
          "\u0007",
          "\u001b[31m",
          "\u0085",
          "\u2028",
          "\u00a0",
          "\u200b",
          "\ud83d\ude00",
          "\u202e",
          "null",
          "~",
          "yes",
          "0644",
          "1_000",
          ".inf",
          "\"\"",
          "''",
          "{}",
          "[]",
          "kind: Pod\n",
          "kind: List\nitems:\n",
          "spec:\n",
          "containers:\n",
          "name: a\n",
          "privileged: true\n",
          "hostNetwork: true\n",
          "metadata: &a\n",
          "securityContext: {}\n",
          "apiVersion: v1\n",
          "securityContext: *a\n",
          "\n",
          "\n\n",
          " ",
          "  ",
          "0",
          "-1",
          "1e999",
          "9223372036854775808",
          "`",
          "@",
          "\n- - - a",
          "? [a, b]\n: c\n",
          "\"a\\\n b\"");

  private final Random random;
  private final List<byte[]> inputs;

  Mutations(Random random, List<byte[]> inputs) {
    this.random = random;
    this.inputs = inputs;
  }

  /** One input, spoiled a few times; now and then in its bytes too. */
  byte[] next() {
    String text = any();
    for (int i = random.nextInt(6); i >= 0; i--) {
      text = spoiled(text);
      if (text.length() > MOST_CHARACTERS) {
        text = text.substring(0, MOST_CHARACTERS);
      }
    }
    byte[] bytes = encoded(text);
    return random.nextInt(12) == 0 ? spoiled(bytes) : bytes;
  }

  /** A small change of a text, as a person's keystroke or paste makes it. */
  String keystroke(String text) {
    String changed = random.nextInt(4) == 0 ? spoiled(text) : typed(text);
    return changed.replace("\r\n", "\n").replace('\r', '\n');
  }

  private String any() {
    return new String(inputs.get(random.nextInt(inputs.size())), StandardCharsets.UTF_8);
  }

  private byte[] encoded(String text) {
    return switch (random.nextInt(40)) {
      case 0 -> text.getBytes(StandardCharsets.UTF_16);
      case 1 -> text.getBytes(StandardCharsets.UTF_16LE);
      case 2 -> text.getBytes(StandardCharsets.ISO_8859_1);
      case 3, 4 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
      case 5, 6 -> text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
      case 7 -> text.replace('\n', '\r').getBytes(StandardCharsets.UTF_8);
      default -> text.getBytes(StandardCharsets.UTF_8);
    };
  }

  private byte[] spoiled(byte[] bytes) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt(256)};
    }
    byte[] out = bytes.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      out[random.nextInt(out.length)] = (byte) random.nextInt(256);
    }
    return random.nextBoolean() ? out : Arrays.copyOf(out, random.nextInt(out.length + 1));
  }

  private String spoiled(String text) {
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3 -> typed(text);
      case 4, 5 -> insert(text, place(text), token());
      case 6, 7 -> insert(text, lineStart(text), token());
      case 8 -> lines(text, Lines.REMOVE);
      case 9 -> lines(text, Lines.DOUBLE);
      case 10 -> lines(text, Lines.SWAP);
      case 11, 12 -> lines(text, Lines.INDENT);
      case 13 -> lines(text, Lines.OUTDENT);
      case 14 -> block(text);
      case 15 -> documents(text);
      case 16 -> text.substring(0, place(text));
      case 17 -> text + (random.nextBoolean() ? "---\n" : "") + any();
      case 18 -> insert(text, lineStart(text), nested());
      default -> splice(text, any());
    };
  }

  private String typed(String text) {
    int at = place(text);
    return switch (random.nextInt(4)) {
      case 0 -> at < text.length() ? text.substring(0, at) + text.substring(at + 1) : text;
      case 1 -> insert(text, at, String.valueOf((char) (32 + random.nextInt(95))));
      case 2 -> insert(text, at, token());
      default -> {
        int end = Math.min(text.length(), at + 1 + random.nextInt(8));
        yield text.substring(0, at) + token() + text.substring(end);
      }
    };
  }

  private String token() {
    return TOKENS.get(random.nextInt(TOKENS.size()));
  }

  private int place(String text) {
    return random.nextInt(text.length() + 1);
  }

  private int lineStart(String text) {
    return text.lastIndexOf('\n', place(text) - 1) + 1;
  }

  private static String insert(String text, int at, String what) {
    return text.substring(0, at) + what + text.substring(at);
  }

  /** What is done to one line. */
  private enum Lines {
    REMOVE,
    DOUBLE,
    SWAP,
    INDENT,
    OUTDENT
  }

  private String lines(String text, Lines what) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (what) {
      case REMOVE -> lines.remove(at);
      case DOUBLE -> lines.add(at, line);
      case SWAP -> Collections.swap(lines, at, random.nextInt(lines.size()));
      case INDENT ->
          lines.set(at, " ".repeat(random.nextInt(20) == 0 ? 3_000 : 1 + random.nextInt(4)) + line);
      case OUTDENT -> lines.set(at, line.startsWith(" ") ? line.substring(1) : line);
    }
    return String.join("\n", lines);
  }

  /** Copies some lines to another place, as they are. */
  private String block(String text) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int from = random.nextInt(lines.size());
    int to = Math.min(lines.size(), from + 1 + random.nextInt(12));
    List<String> copy = List.copyOf(lines.subList(from, to));
    lines.addAll(random.nextInt(lines.size() + 1), copy);
    return String.join("\n", lines);
  }

  private String documents(String text) {
    List<String> parts = new ArrayList<>(Arrays.asList(text.split("(?m)^---")));
    if (random.nextBoolean()) {
      parts.add(parts.get(random.nextInt(parts.size())));
    }
    Collections.shuffle(parts, random);
    return String.join("---", parts);
  }

  private String splice(String text, String other) {
    int from = lineStart(other);
    int to = Math.min(other.length(), from + random.nextInt(600));
    return insert(text, lineStart(text), other.substring(from, to));
  }

  private String nested() {
    int depth = 1 + random.nextInt(random.nextInt(8) == 0 ? 3_000 : 40);
    return switch (random.nextInt(4)) {
      case 0 -> "x: " + "[".repeat(depth) + "]".repeat(random.nextInt(depth + 1)) + "\n";
      case 1 -> "x: " + "{a: ".repeat(depth) + "\n";
      case 2 -> "- ".repeat(depth) + "a\n";
      default -> {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(depth, 150); i++) {
          out.append(" ".repeat(i)).append("a:\n");
        }
        yield out.toString();
      }
    };
  }
}
