package dev.zonewright.kube.access.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Forms of a CEL expression that hold only where no volume is a hostPath. An expression in another
 * form is not followed, and counts as one that lets it pass.
 */
final class CelForm {
  private static final String LIST =
      "(?:object\\.spec\\.volumes|object\\.\\??spec\\.\\?volumes\\.orValue\\(\\[\\]\\)"
          + "|\\(?has\\(object\\.spec\\.volumes\\)\\?object\\.spec\\.volumes:\\[\\]\\)?)";
  private static final Pattern WHOLE_LIST = Pattern.compile(LIST);
  private static final Pattern EACH =
      Pattern.compile("([\\w.?()\\[\\]:]+?)\\.(all|exists)\\((\\w+),(.*)\\)");
  private static final Pattern NONE_LEFT =
      Pattern.compile(
          "(?:size\\()?(.+?)\\.filter\\((\\w+),has\\(\\2\\.hostPath\\)\\)(?:\\)|\\.size\\(\\))==0");
  private static final int LONGEST = 4_000;
  private static final String HAS_VOLUMES = "has(object.spec.volumes)";
  private static final Set<String> WITHOUT_VOLUMES =
      Set.of("!" + HAS_VOLUMES, "!has(object.spec)", "object.spec.volumes.size()==0");
  private static final String NO_FOLDER = "!has(object.spec.hostPath)";

  /** Names that stand for the list of volumes: {@code variables.volumes}. */
  private final Set<String> lists;

  /**
   * Reads expressions of one policy.
   *
   * @param lists how the policy calls the list of volumes besides
   */
  CelForm(Set<String> lists) {
    this.lists = Set.copyOf(lists);
  }

  /** Whether an expression is the list of volumes of a pod. */
  static boolean isList(String expression) {
    return WHOLE_LIST.matcher(bare(expression)).matches();
  }

  /** Whether it holds for no pod, or no PersistentVolume, with a hostPath. */
  boolean refuses(String expression) {
    // what is longer is in none of the forms, and would only be deep
    return expression.length() <= LONGEST && test(bare(expression));
  }

  private static String bare(String expression) {
    return expression.replaceAll("\\s+", "");
  }

  private boolean test(String text) {
    String it = unwrapped(text);
    int question = choice(it);
    if (question > 0) {
      int colon = at(it, question + 1, ":");
      String then = it.substring(question + 1, Math.max(colon, question + 1));
      String otherwise = colon < 0 ? "" : it.substring(colon + 1);
      String when = unwrapped(it.substring(0, question));
      if (when.equals(HAS_VOLUMES)) {
        return test(then);
      }
      return test(otherwise) && (WITHOUT_VOLUMES.contains(when) || test(then));
    }
    List<String> either = split(it, "||");
    if (either.size() > 1) {
      List<String> rest =
          either.stream().filter(e -> !WITHOUT_VOLUMES.contains(unwrapped(e))).toList();
      return !rest.isEmpty() && rest.stream().allMatch(this::test);
    }
    List<String> all = split(it, "&&");
    return all.size() > 1 ? all.stream().anyMatch(this::test) : one(it);
  }

  private boolean one(String it) {
    if (it.equals(NO_FOLDER)) {
      return true;
    }
    boolean not = it.startsWith("!");
    List<String> both = split(not ? unwrapped(it.substring(1)) : it, "&&");
    if (not && both.size() > 1) {
      List<String> rest = both.stream().filter(p -> !unwrapped(p).equals(HAS_VOLUMES)).toList();
      return rest.size() == 1 && one("!" + unwrapped(rest.getFirst()));
    }
    Matcher each = EACH.matcher(not ? unwrapped(it.substring(1)) : it);
    if (each.matches() && isVolumes(each.group(1)) && isOneCall(each.group(4))) {
      String has = "has(" + each.group(3) + ".hostPath)";
      String body = unwrapped(each.group(4));
      if (not) {
        return each.group(2).equals("exists")
            && split(body, "||").stream().anyMatch(p -> unwrapped(p).equals(has));
      }
      return each.group(2).equals("all")
          && (split(body, "&&").stream().anyMatch(p -> unwrapped(p).equals("!" + has))
              || isOnlyOthers(body, each.group(3)));
    }
    Matcher none = NONE_LEFT.matcher(it);
    return none.matches() && isVolumes(none.group(1));
  }

  /** Whether each volume must be of one of some types, of which hostPath is none. */
  private static boolean isOnlyOthers(String body, String name) {
    Pattern type = Pattern.compile("has\\(" + Pattern.quote(name) + "\\.(?!hostPath\\))\\w+\\)");
    return split(body, "||").stream().allMatch(p -> type.matcher(unwrapped(p)).matches());
  }

  private boolean isVolumes(String list) {
    return WHOLE_LIST.matcher(list).matches() || lists.contains(list);
  }

  /** Whether what stands between brackets closes none that it has not opened. */
  private static boolean isOneCall(String inner) {
    int depth = 0;
    for (int i = 0; i < inner.length(); i++) {
      depth += deeper(inner.charAt(i));
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0;
  }

  private static String unwrapped(String text) {
    String it = text;
    while (it.startsWith("(") && it.endsWith(")") && isOneCall(it.substring(1, it.length() - 1))) {
      it = it.substring(1, it.length() - 1);
    }
    return it;
  }

  /** Where a choice begins; what may be missing is marked by the same sign behind a dot. */
  private static int choice(String text) {
    int at = at(text, 0, "?");
    while (at > 0 && (text.charAt(at - 1) == '.' || text.charAt(at - 1) == '[')) {
      at = at(text, at + 1, "?");
    }
    return at;
  }

  private static List<String> split(String text, String by) {
    List<String> out = new ArrayList<>();
    int from = 0;
    for (int at = at(text, 0, by); at >= 0; at = at(text, from, by)) {
      out.add(text.substring(from, at));
      from = at + by.length();
    }
    out.add(text.substring(from));
    return out;
  }

  /** The first place outside of brackets where a sign stands. */
  private static int at(String text, int from, String sign) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      depth += deeper(text.charAt(i));
      if (depth == 0 && text.startsWith(sign, i)) {
        return i;
      }
    }
    return -1;
  }

  private static int deeper(char sign) {
    return switch (sign) {
      case '(', '[', '{' -> 1;
      case ')', ']', '}' -> -1;
      default -> 0;
    };
  }
}
