package dev.zonewright.ui.findings;

import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Severity;
import dev.zonewright.ui.Counts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Of which controls the findings are shown: all, one, or all but some. */
final class ControlsShown {
  private final Map<String, ControlInfo> hidden = new LinkedHashMap<>();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final Runnable changed;
  private @Nullable ControlInfo only;
  private Set<String> just = Set.of();
  private String justWords = "";

  /**
   * @param changed is told of each change
   */
  ControlsShown(Runnable changed) {
    this.changed = changed;
  }

  void only(ControlInfo control) {
    only = control;
    hidden.remove(control.id());
    update();
  }

  void hide(ControlInfo control) {
    hidden.put(control.id(), control);
    if (only != null && only.id().equals(control.id())) {
      only = null;
    }
    update();
  }

  /** Only these findings, by their fingerprints. */
  void just(Set<String> fingerprints, String words) {
    only = null;
    hidden.clear();
    just = Set.copyOf(fingerprints);
    justWords = words;
    update();
  }

  void all() {
    only = null;
    just = Set.of();
    justWords = "";
    hidden.clear();
    update();
  }

  FindingsFilter filter(String words, Set<Severity> severities, boolean fixableOnly) {
    return new FindingsFilter(
        words, severities, fixableOnly, only == null ? "" : only.id(), hidden.keySet(), just);
  }

  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  private void update() {
    List<String> words = new ArrayList<>();
    if (!justWords.isEmpty()) {
      words.add(justWords);
    }
    if (only != null) {
      words.add("Only “" + only.title() + "”");
    }
    if (hidden.size() == 1) {
      words.add("“" + hidden.values().iterator().next().title() + "” hidden");
    } else if (!hidden.isEmpty()) {
      words.add(Counts.say(hidden.size(), "control", "controls") + " hidden");
    }
    text.set(String.join(" · ", words));
    changed.run();
  }
}
