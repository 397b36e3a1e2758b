package dev.zonewright.ui.shell;

import dev.zonewright.analysis.FixRun;
import dev.zonewright.ui.fix.FixAllModel;
import java.util.List;
import java.util.Optional;

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

  /** Shows what a run of fixes would change; the run to apply, empty when they decline. */
  Optional<FixRun> chooseFixes(FixAllModel model);
}
