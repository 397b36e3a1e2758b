package dev.zonewright.ui.shell;

import dev.zonewright.ui.findings.FindingsModel;
import dev.zonewright.ui.findings.Grouping;
import dev.zonewright.ui.tree.TreeModel;
import java.util.Arrays;
import java.util.Optional;

/** Which of the choices about how panels look are remembered, and under which names. */
final class LayoutMemory {
  private LayoutMemory() {}

  static void keep(Preferences preferences, FindingsModel findings, TreeModel tree) {
    preferences.remember(
        "findings.grouping",
        findings.groupingProperty(),
        Grouping::word,
        word -> Arrays.stream(Grouping.values()).filter(g -> g.word().equals(word)).findFirst());
    preferences.remember(
        "findings.fixableOnly",
        findings.fixableOnlyProperty(),
        String::valueOf,
        word -> Optional.of(word.equals("true")));
    preferences.remember(
        "tree.view",
        tree.viewProperty(),
        TreeModel.View::title,
        word ->
            Arrays.stream(TreeModel.View.values()).filter(v -> v.title().equals(word)).findFirst());
  }
}
