package dev.zonewright.analysis;

import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.yaml.edit.EditOutcome;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The comments that a fix would take away with a key. A person wrote them, so such a fix is not
 * made unasked.
 */
final class LostComments {
  // only what takes something away can take a comment along
  private static final String REMOVES = "Remove";
  private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|[ \\t])(#.*)$");
  private static final int SHOWN = 60;

  private LostComments() {}

  /** Why a safe fix is not made unasked; empty where it takes no comment. */
  static Optional<String> objection(Analysis now, LocatedFinding finding, Fix fix) {
    if (fix.safety() != FixSafety.SAFE || !fix.title().startsWith(REMOVES)) {
      return Optional.empty();
    }
    return now.manifest(finding.file())
        .filter(m -> finding.document() <= m.stream().parts().size())
        .flatMap(m -> lost(m, finding.document(), fix))
        .map(c ->
            "it would remove the comment “%s”: look at it, and apply it by itself".formatted(c));
  }

  private static Optional<String> lost(Manifest manifest, int document, Fix fix) {
    YamlStream.Part part = manifest.stream().parts().get(document - 1);
    String text = manifest.stream().textOf(part);
    if (text.indexOf('#') < 0 || !(fix.on(text) instanceof EditOutcome.Edited edited)) {
      return Optional.empty();
    }
    return lost(text, edited.edits());
  }

  /** The first comment that is in what is removed, and in nothing that is written. */
  static Optional<String> lost(String text, EditSet edits) {
    List<String> removed = new ArrayList<>();
    List<String> written = new ArrayList<>();
    for (TextEdit edit : edits.edits()) {
      removed.addAll(comments(text.substring(edit.range().start(), edit.range().end())));
      written.addAll(comments(edit.replacement()));
    }
    written.forEach(removed::remove);
    return removed.stream()
        .findFirst()
        .map(c -> c.length() > SHOWN ? c.substring(0, SHOWN) + "…" : c);
  }

  private static List<String> comments(String text) {
    return COMMENT.matcher(text).results().map((MatchResult m) -> m.group(1).strip()).toList();
  }
}
