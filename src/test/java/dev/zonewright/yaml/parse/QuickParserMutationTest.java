package dev.zonewright.yaml.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick way agrees with the engine on what somebody is still typing, too. */
final class QuickParserMutationTest {
  private static final int MUTATIONS = 20_000;

  private static final List<String> BITS =
      List.of(
          " ",
          "\n",
          "\t",
          "#",
          " #",
          ":",
          ": ",
          "-",
          "- ",
          "\"",
          "'",
          "[",
          "]",
          "{",
          "}",
          ",",
          "|",
          ">",
          "|-",
          "|+",
          ">-",
          "?",
          "? ",
          "&a ",
          "*a",
          "!t ",
          "%",
          "@",
          "`",
          "\n  ",
          "\n- ",
          "\n\n",
          "\\",
          "\\n",
          "<<: ",
          "~",
          "---\n",
          "...",
          "é",
          "\u2028",
          "😀",
          "0",
          " \n",
          ":\n",
          "key: v\n",
          "- x\n",
          "''",
          "{}",
          "[]");

  @TempDir Path folder;

  @Test
  void agreesOnWhatIsNearlyAManifest() throws IOException {
    nearlyAgrees(BothParsers.documents(BothParsers.own()));
  }

  @Test
  void agreesOnWhatIsNearlyARealManifest() throws IOException, InterruptedException {
    nearlyAgrees(BothParsers.documents(Corpus.real(folder)));
  }

  private static void nearlyAgrees(List<String> documents) {
    long seed = Long.getLong("quick.seed", new SecureRandom().nextLong());
    System.out.println("quick parser: again with -Dquick.seed=" + seed);
    Random random = new Random(seed);
    int quick = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      StringBuilder text =
          new StringBuilder(stretch(documents.get(random.nextInt(documents.size())), random));
      for (int edits = random.nextInt(4); edits > 0 && !text.isEmpty(); edits--) {
        mutate(text, random);
      }
      quick += BothParsers.agrees(text.toString());
    }
    assertThat(quick).isGreaterThan(MUTATIONS / 10);
  }

  /** Some lines of a document. */
  private static String stretch(String document, Random random) {
    int from = document.lastIndexOf('\n', random.nextInt(document.length())) + 1;
    return document.substring(from, Math.min(document.length(), from + 20 + random.nextInt(500)));
  }

  private static void mutate(StringBuilder text, Random random) {
    int at = random.nextInt(text.length());
    switch (random.nextInt(3)) {
      case 0 -> text.insert(at, BITS.get(random.nextInt(BITS.size())));
      case 1 -> text.deleteCharAt(at);
      default -> {
        int line = text.indexOf("\n", at);
        text.insert(line < 0 ? 0 : line + 1, " ".repeat(random.nextInt(5)));
      }
    }
  }
}
