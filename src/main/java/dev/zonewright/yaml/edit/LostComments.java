package dev.zonewright.yaml.edit;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The comments that edits would take away. A person wrote them. */
public final class LostComments {
  private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|[ \\t])(#.*)$");
  private static final int SHOWN = 60;

  private LostComments() {}

  /** The first comment that is in what is removed and in nothing that is written, shortened. */
  public static Optional<String> first(String text, EditSet edits) {
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
