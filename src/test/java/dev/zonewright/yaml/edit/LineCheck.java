package dev.zonewright.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Checks that the lines outside an edited part are the same, line by line. */
final class LineCheck {
  private LineCheck() {}

  static void check(ProbeEdit edit, String before, String after) {
    List<String> old = List.of(before.split("\n", -1));
    List<String> now = List.of(after.split("\n", -1));
    int most = Math.min(old.size(), now.size());
    int prefix = 0;
    while (prefix < most && old.get(prefix).equals(now.get(prefix))) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < most - prefix
        && old.get(old.size() - 1 - suffix).equals(now.get(now.size() - 1 - suffix))) {
      suffix++;
    }
    for (int i = prefix; i < old.size() - suffix; i++) {
      int line = i;
      boolean own =
          edit.parts().stream()
              .anyMatch(p -> line >= line(before, p.start()) && line <= line(before, p.end()));
      String bare = old.get(i).strip();
      boolean nothing = bare.isEmpty() || bare.startsWith("#");
      // the line of the key above an emptied block, the one that moves up to a dash, and the one
      // that loses its comma
      boolean neighbour = isRemoval(edit) && contained(bare, now);
      assertThat(own || nothing || neighbour).as("line %s “%s”", i + 1, old.get(i)).isTrue();
    }
    if (edit.kind() == ProbeEdit.Kind.INSERT_SCALAR
        || edit.kind() == ProbeEdit.Kind.INSERT_NESTED
        || edit.kind() == ProbeEdit.Kind.ADD_STRING
        || edit.kind() == ProbeEdit.Kind.ADD_MAPPING) {
      assertThat(old.size() - suffix - prefix)
          .as("lines touched by an insertion")
          .isLessThanOrEqualTo(1);
    }
    assertThat(comments(now)).isLessThanOrEqualTo(comments(old));
    if (!isRemoval(edit)
        && edit.kind() != ProbeEdit.Kind.SET_EMPTY
        && edit.kind() != ProbeEdit.Kind.REPLACE_LIST
        && !before.contains("|")
        && !before.contains(">")) {
      assertThat(comments(now)).isEqualTo(comments(old));
    }
  }

  private static boolean isRemoval(ProbeEdit edit) {
    return edit.kind() == ProbeEdit.Kind.REMOVE_ENTRY || edit.kind() == ProbeEdit.Kind.REMOVE_ITEM;
  }

  private static boolean contained(String line, List<String> lines) {
    String start = line.replaceFirst("\\s#.*$", "").strip().replaceFirst(",$", "");
    return lines.stream().anyMatch(other -> other.contains(start));
  }

  private static long comments(List<String> lines) {
    return lines.stream().filter(line -> line.strip().startsWith("#")).count();
  }

  private static int line(String text, int offset) {
    return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }
}
