package dev.zonewright.ui.shell;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.FixRun;
import java.util.List;

/** What only a person can answer. Each call returns when they have. */
public interface ShellDialogs {
  /** What to do with unsaved changes when the window closes. */
  enum Unsaved {
    SAVE,
    DISCARD,
    STAY
  }

  /** Asks what becomes of the unsaved changes of these files. */
  Unsaved unsaved(List<String> files);

  /** Shows what a run of fixes would do; whether it may. */
  boolean mayFix(String scope, Analysis before, FixRun run);
}
