package dev.zonewright.kube.secret;

import dev.zonewright.text.SeenStrings;
import dev.zonewright.yaml.YamlCursor;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names a credential without showing it: at most its first three characters, and its length. */
public final class Masked {
  private static final int SHOWN = 3;

  /** Of a shorter one, three characters would be too much of the whole. */
  private static final int LONG_ENOUGH = 8;

  /** More credentials than any sentence has. */
  private static final int MOST = 50;

  /** No published format is shorter. */
  private static final int SHORTEST_KEY = 16;

  private static final Pattern NAMED =
      Pattern.compile(
          "(?<![A-Za-z0-9_.-])(?:([A-Za-z][A-Za-z0-9_.-]*+)=|--?([A-Za-z][A-Za-z0-9_.-]*+)(?:\\s++|=))"
              + "[\"']?([^\\s\"'&;,“”()]++)");

  /** From its first line to its last, or to the end of a text that was cut. */
  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----(?s:.*?)(?:-----END [A-Z0-9"
              + " ]{0,50}-----|\\z)");

  private static final boolean[] IN_KEYS = inKeys();

  /** What holds no credential, so that the sentences of a review are looked through once. */
  private static final SeenStrings HARMLESS = new SeenStrings();

  private Masked() {}

  /** For instance {@code “ghp…” (40 characters)}. */
  public static String of(String value) {
    int length = value.codePointCount(0, value.length());
    if (length < LONG_ENOUGH) {
      return length == 1 ? "1 character" : length + " characters";
    }
    return "“%s…” (%d characters)".formatted(start(value), length);
  }

  private static String start(String value) {
    StringBuilder out = new StringBuilder();
    value
        .codePoints()
        .limit(SHOWN)
        .forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return out.toString();
  }

  /**
   * A text in which every credential is masked: those of a published format, and what follows a
   * telling name, as in {@code password=…}. Other texts stay as they are.
   */
  public static String within(String text) {
    Optional<String> before = HARMLESS.find(text);
    if (before.isPresent()) {
      return before.get();
    }
    String masked = masked(text);
    if (masked.equals(text)) {
      HARMLESS.add(text);
      return text;
    }
    return masked;
  }

  /** The same of a comment, which may also say {@code # password: …}. */
  public static String line(String comment) {
    String text = comment.replaceFirst("^[#\\s]+", "");
    return Credentials.inText(text)
        .map(found -> without(comment, found.credential().value()))
        .orElse(comment);
  }

  /**
   * The same of what another program printed: line by line, with names as {@code password: …}, and
   * of a private key all its lines.
   */
  public static String printed(String text) {
    return PRIVATE_KEY
        .matcher(text)
        .replaceAll(key -> Matcher.quoteReplacement(of(key.group())))
        .lines()
        .map(line -> within(line(line)))
        .collect(Collectors.joining("\n"));
  }

  private static String masked(String text) {
    if (!mayHoldOne(text)) {
      return text;
    }
    String out = text;
    for (int i = 0; i < MOST; i++) {
      Optional<Credential> found = Credentials.byShape(out);
      if (found.isEmpty() || isMasked(found.get().value())) {
        break;
      }
      String next = without(out, found.get().value());
      if (next.equals(out)) {
        break;
      }
      out = next;
    }
    return MaskedTemplates.in(named(out));
  }

  /** The value here, masked where it is a credential by its shape, its name, or its neighbour. */
  public static String valueOf(YamlCursor at) {
    String raw = at.raw();
    String shown = within(raw);
    boolean one = WrittenSecrets.isOne(at) || isRandomWord(raw);
    return shown.equals(raw) && one ? of(raw) : shown;
  }

  /** What nobody reads as a word may be a credential, whatever stands around it. */
  private static boolean isRandomWord(String raw) {
    return Entropy.isRandom(raw)
        && raw.chars().allMatch(c -> c < 128 && KeyShapes.isWord((char) c));
  }

  private static boolean[] inKeys() {
    boolean[] out = new boolean[128];
    for (char c = 0; c < out.length; c++) {
      out[c] = KeyShapes.isWord(c) || "-.+/$".indexOf(c) >= 0;
    }
    return out;
  }

  /** Whether the characters are such that a look for formats may find one; most texts are not. */
  private static boolean mayHoldOne(String text) {
    int run = 0;
    boolean mixed = false;
    // every sentence of a review comes through here, for one pod before any code is compiled
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=') {
        return true;
      }
      if (c >= IN_KEYS.length || !IN_KEYS[c]) {
        run = 0;
        mixed = false;
        continue;
      }
      run++;
      if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) {
        // a key may by chance be without a digit, those of AWS in one case of twenty
        mixed = true;
      } else if ((c == '/' && text.startsWith("://", i - 1)) || (c == '-' && isOption(text, i))) {
        return true;
      }
      if (mixed && run >= SHORTEST_KEY) {
        return true;
      }
    }
    return text.contains("Authorization") || text.contains("\"auths\"") || text.contains("{{");
  }

  /** {@code --password}, and {@code -psecret} behind the name of a program. */
  private static boolean isOption(String text, int at) {
    boolean word = at == 0 || " \n\"'".indexOf(text.charAt(at - 1)) >= 0;
    return text.startsWith("--", at)
        || (word && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1)));
  }

  /** A short value may occur by chance: only where it stands as a value does. */
  private static String without(String text, String value) {
    if (value.length() >= LONG_ENOUGH) {
      return text.replace(value, of(value));
    }
    return Pattern.compile("(?<=[:=\"'\\s]|-p)" + Pattern.quote(value) + "(?![\\w-])")
        .matcher(text)
        .replaceAll(Matcher.quoteReplacement(of(value)));
  }

  private static boolean isMasked(String value) {
    return value.contains("…") || value.endsWith(" characters") || value.endsWith("1 character");
  }

  private static String named(String text) {
    Matcher matcher = NAMED.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      String value = matcher.group(3);
      boolean credential = !isMasked(value) && Credentials.byName(name, value).isPresent();
      String whole = matcher.group();
      matcher.appendReplacement(
          out,
          Matcher.quoteReplacement(
              credential
                  ? whole.substring(0, whole.length() - value.length()) + of(value)
                  // as in --from-literal=password=…
                  : whole.substring(0, whole.length() - value.length()) + named(value)));
    }
    return matcher.appendTail(out).toString();
  }
}
