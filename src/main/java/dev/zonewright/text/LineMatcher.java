package dev.zonewright.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.Arrays;
import java.util.List;

/**
 * Finds which lines of a text are still there in a later one, so that each keeps what belongs to
 * it.
 */
final class LineMatcher {
  private LineMatcher() {}

  /**
   * The codes of the new text's newlines: a line that stands in both keeps its code, a new line
   * gets {@code fallback}.
   *
   * @param codes one for each newline of {@code before}
   */
  static byte[] carryOver(String before, String after, byte[] codes, byte fallback) {
    List<String> old = Arrays.asList(before.split("\n", -1));
    List<String> now = Arrays.asList(after.split("\n", -1));
    int prefix = 0;
    int most = Math.min(old.size(), now.size());
    while (prefix < most && old.get(prefix).equals(now.get(prefix))) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < most - prefix
        && old.get(old.size() - 1 - suffix).equals(now.get(now.size() - 1 - suffix))) {
      suffix++;
    }
    byte[] out = new byte[now.size() - 1];
    Arrays.fill(out, fallback);
    copy(codes, 0, out, 0, prefix);
    copy(codes, old.size() - suffix, out, now.size() - suffix, suffix);
    int i = prefix;
    int j = prefix;
    List<String> oldMiddle = old.subList(prefix, old.size() - suffix);
    List<String> newMiddle = now.subList(prefix, now.size() - suffix);
    for (AbstractDelta<String> delta : DiffUtils.diff(oldMiddle, newMiddle).getDeltas()) {
      int equal = prefix + delta.getSource().getPosition() - i;
      copy(codes, i, out, j, equal);
      i += equal;
      j += equal;
      int gone = delta.getSource().size();
      int come = delta.getTarget().size();
      // a line that was rewritten in place is still that line
      copy(codes, i, out, j, Math.min(gone, come));
      i += gone;
      j += come;
    }
    copy(codes, i, out, j, old.size() - suffix - i);
    return out;
  }

  private static void copy(byte[] from, int i, byte[] to, int j, int count) {
    int safe = Math.min(count, Math.min(from.length - i, to.length - j));
    if (safe > 0) {
      System.arraycopy(from, i, to, j, safe);
    }
  }
}
