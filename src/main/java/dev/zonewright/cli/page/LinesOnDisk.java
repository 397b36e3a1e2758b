package dev.zonewright.cli.page;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.OffsetsBefore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The lines that findings after a run of fixes have in the files as they are on disk. */
final class LinesOnDisk {
  private final Analysis before;
  private final FixRun run;
  private final Predicate<String> saved;
  private final Map<String, OffsetsBefore> offsets = new HashMap<>();

  /**
   * After a run.
   *
   * @param saved whether the edits of a file, by its name, are on disk
   */
  LinesOnDisk(Analysis before, FixRun run, Predicate<String> saved) {
    this.before = before;
    this.run = run;
    this.saved = saved;
  }

  /** File and line; of what an edit would bring, the line that it is put at. */
  String place(LocatedFinding finding) {
    EditSet edits = run.edits().get(finding.file());
    Optional<Manifest> old = before.manifest(finding.file());
    if (edits == null || old.isEmpty() || saved.test(finding.file())) {
      return finding.place();
    }
    int at =
        offsets
            .computeIfAbsent(finding.file(), _ -> new OffsetsBefore(edits))
            .of(finding.range().start());
    return finding.file() + ":" + old.get().stream().lines().positionOf(at).line();
  }
}
