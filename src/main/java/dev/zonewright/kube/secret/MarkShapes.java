package dev.zonewright.kube.secret;

import static dev.zonewright.kube.secret.SecretKind.API_KEY;
import static dev.zonewright.kube.secret.SecretKind.CLOUD_IAM;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The published formats of keys that have their mark inside, not where they begin. */
final class MarkShapes {
  /**
   * A format.
   *
   * @param before how many characters stand before the mark
   * @param least how many follow it
   * @param most at most so many
   * @param head which characters stand before it
   * @param in which characters follow it
   */
  private record Shape(
      String mark,
      int before,
      int least,
      int most,
      IntPredicate head,
      IntPredicate in,
      String what,
      SecretKind kind) {}

  private static final List<Shape> SHAPES =
      List.of(
          // three characters and a digit stand before it
          new Shape(
              "Q~",
              4,
              31,
              34,
              MarkShapes::isAzure,
              MarkShapes::isAzure,
              "an Azure client secret",
              CLOUD_IAM),
          new Shape(
              "AZDO",
              76,
              4,
              4,
              MarkShapes::isWord,
              MarkShapes::isWord,
              "an Azure DevOps token",
              API_KEY),
          new Shape(
              "+ASt",
              76,
              6,
              6,
              MarkShapes::isBase64,
              MarkShapes::isBase64,
              "an Azure storage key",
              CLOUD_IAM),
          new Shape(
              "ACDb",
              76,
              6,
              6,
              MarkShapes::isBase64,
              MarkShapes::isBase64,
              "an Azure Cosmos DB key",
              CLOUD_IAM),
          new Shape(
              ".atlasv1.",
              14,
              60,
              70,
              MarkShapes::isWord,
              MarkShapes::isWord,
              "an HCP Terraform token",
              API_KEY),
          new Shape(
              "-us",
              32,
              1,
              2,
              MarkShapes::isHex,
              c -> c >= '0' && c <= '9',
              "a Mailchimp key",
              API_KEY));

  /** How the part of a Telegram token begins that is no number. */
  private static final String TELEGRAM = ":AA";

  private static final int TELEGRAM_REST = 33;

  private MarkShapes() {}

  /** The first one in a text; empty when there is none. */
  static Optional<Credential> find(String text) {
    for (Shape shape : SHAPES) {
      for (int at = text.indexOf(shape.mark()); at >= 0; at = text.indexOf(shape.mark(), at + 1)) {
        Optional<Credential> found = at(shape, text, at);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return telegram(text).or(() -> signature(text));
  }

  private static Optional<Credential> at(Shape shape, String text, int mark) {
    int from = mark - shape.before();
    int start = mark + shape.mark().length();
    if (from < 0 || !text.substring(from, mark).chars().allMatch(shape.head())) {
      return Optional.empty();
    }
    int end = end(text, start, shape.in());
    boolean alone = from == 0 || !shape.head().test(text.charAt(from - 1));
    boolean digit = !shape.mark().equals("Q~") || Character.isDigit(text.charAt(mark - 1));
    int length = end - start;
    return alone && digit && length >= shape.least() && length <= shape.most()
        ? credential(shape.what(), shape.kind(), text.substring(from, end))
        : Optional.empty();
  }

  /** The number of a bot, and its key. */
  private static Optional<Credential> telegram(String text) {
    for (int at = text.indexOf(TELEGRAM); at >= 0; at = text.indexOf(TELEGRAM, at + 1)) {
      int from = at;
      while (from > 0 && Character.isDigit(text.charAt(from - 1))) {
        from--;
      }
      int start = at + TELEGRAM.length();
      int end = end(text, start, MarkShapes::isWord);
      if (at - from >= 8 && at - from <= 10 && end - start == TELEGRAM_REST) {
        return credential("a Telegram bot token", API_KEY, text.substring(from, end));
      }
    }
    return Optional.empty();
  }

  /** An address of Azure that opens what it names, to whoever has it. */
  private static Optional<Credential> signature(String text) {
    int at = text.indexOf("sig=");
    if (at < 0 || !text.contains("sv=")) {
      return Optional.empty();
    }
    int start = at + 4;
    int end = end(text, start, c -> isBase64(c) || c == '%');
    String value = text.substring(start, end);
    return value.length() >= 40
        ? credential("a shared access signature", CLOUD_IAM, value)
        : Optional.empty();
  }

  private static Optional<Credential> credential(String what, SecretKind kind, String value) {
    return Examples.isExample(value) || !Entropy.isRandom(value)
        ? Optional.empty()
        : Optional.of(new Credential(what, kind, value, true));
  }

  private static boolean isWord(int c) {
    return KeyShapes.isWord((char) c) || c == '-';
  }

  private static boolean isHex(int c) {
    return Character.digit(c, 16) >= 0;
  }

  private static boolean isBase64(int c) {
    return isWord(c) || c == '+' || c == '/';
  }

  private static boolean isAzure(int c) {
    return isWord(c) || c == '.' || c == '~';
  }

  private static int end(String text, int from, IntPredicate in) {
    int end = from;
    while (end < text.length() && in.test(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
