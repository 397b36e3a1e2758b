package dev.zonewright.report;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.Hidden;
import dev.zonewright.text.LineDiff;
import dev.zonewright.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * The change of a file as {@code patch -p1} and {@code git apply} read it: over the characters of
 * the file, so that line ends and a byte-order mark are those of the file.
 */
public final class PatchText {
  private PatchText() {}

  public static String of(String file, SourceText before, EditSet edits) {
    return unified(file, diff(before, edits));
  }

  /** The same in pieces, which are given to {@code to} one after another. */
  public static void of(String file, SourceText before, EditSet edits, Consumer<String> to) {
    String name = relative(file);
    diff(before, edits).unified(quoted("a/" + name), quoted("b/" + name), to);
  }

  /** The same for eyes, with the credentials of the manifest masked: it is no patch any more. */
  public static String masked(String file, SourceText before, EditSet edits) {
    String after = edits.apply(before.text());
    return unified(file, MaskedDiff.of(diff(before, edits), before.text(), after));
  }

  private static LineDiff diff(SourceText before, EditSet edits) {
    return before.characters().equals(before.text())
        ? LineDiff.of(before.text(), edits, LineDiff.CONTEXT)
        : LineDiff.between(
            before.characters(),
            before.withText(edits.apply(before.text())).characters(),
            LineDiff.CONTEXT);
  }

  private static String unified(String file, LineDiff diff) {
    String name = relative(file);
    return diff.unified(quoted("a/" + name), quoted("b/" + name));
  }

  /** The same for a file that is new. */
  public static String ofNew(String file, String text) {
    return unifiedNew(file, LineDiff.between("", text, LineDiff.CONTEXT));
  }

  /** The same for eyes. */
  public static String maskedNew(String file, String text) {
    return unifiedNew(file, MaskedDiff.created(text, LineDiff.CONTEXT));
  }

  private static String unifiedNew(String file, LineDiff diff) {
    return diff.unified("/dev/null", quoted("b/" + relative(file)));
  }

  /** A patch never names files from the root; it is applied there instead. */
  private static String relative(String file) {
    String name = file;
    while (name.startsWith("/") || name.startsWith("./")) {
      name = name.substring(name.indexOf('/') + 1);
    }
    return name;
  }

  /** A tab ends a name with spaces; a name with stranger characters is quoted as in C. */
  private static String quoted(String name) {
    boolean strange = name.chars().anyMatch(c -> Hidden.is((char) c) || c == '"' || c == '\\');
    if (!strange) {
      return name.indexOf(' ') < 0 ? name : name + "\t";
    }
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0, point; i < name.length(); i += Character.charCount(point)) {
      point = name.codePointAt(i);
      switch (point) {
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        case '"', '\\' -> out.append('\\').appendCodePoint(point);
        default -> {
          if (Hidden.is(name.charAt(i))) {
            // byte by byte, as git writes them
            for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
              out.append(String.format("\\%03o", b & 0xff));
            }
          } else {
            out.appendCodePoint(point);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  /** The same for eyes: coloured, and with control characters spelled out. */
  public static String shown(String patch, Style style) {
    StringBuilder out = new StringBuilder(patch.length() * 2);
    for (int from = 0, to; (to = patch.indexOf('\n', from)) >= 0; from = to + 1) {
      out.append(shownLine(patch.substring(from, to), style)).append('\n');
    }
    return out.toString();
  }

  private static String shownLine(String line, Style style) {
    String safe = Printable.of(line);
    if (line.startsWith("---") || line.startsWith("+++")) {
      return style.bold(safe);
    }
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '+' -> style.added(safe);
      case '-' -> style.removed(safe);
      case '@' -> style.heading(safe);
      default -> safe;
    };
  }
}
