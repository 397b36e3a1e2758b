package dev.zonewright.report;

import dev.zonewright.text.LineDiff;
import java.util.ArrayList;
import java.util.List;

/** A diff for eyes, in which the credentials of the manifest are masked. It applies no more. */
public final class MaskedDiff {
  private MaskedDiff() {}

  /**
   * The same diff with its lines masked.
   *
   * @param before the text before, with LF line ends
   * @param after the text after, likewise
   */
  public static LineDiff of(LineDiff diff, String before, String after) {
    MaskedLines old =
        MaskedLines.of(
            before,
            diff.hunks().stream()
                .map(h -> MaskedLines.lines(h.before(), h.beforeCount()))
                .toList());
    MaskedLines now =
        MaskedLines.of(
            after,
            diff.hunks().stream().map(h -> MaskedLines.lines(h.after(), h.afterCount())).toList());
    List<LineDiff.Hunk> hunks = new ArrayList<>();
    for (LineDiff.Hunk hunk : diff.hunks()) {
      List<LineDiff.Line> lines =
          hunk.lines().stream()
              .map(l ->
                  new LineDiff.Line(
                      l.kind(),
                      l.before(),
                      l.after(),
                      l.kind() == LineDiff.Kind.REMOVED
                          ? old.line(l.before(), l.text())
                          : now.line(l.after(), l.text()),
                      l.newline()))
              .toList();
      hunks.add(
          new LineDiff.Hunk(
              hunk.before(), hunk.beforeCount(), hunk.after(), hunk.afterCount(), lines));
    }
    return new LineDiff(hunks);
  }

  /** The diff that makes a new text, masked. */
  public static LineDiff created(String text, int context) {
    return of(LineDiff.between("", text, context), "", text);
  }
}
