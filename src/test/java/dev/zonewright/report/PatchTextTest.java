package dev.zonewright.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.SourceText;
import dev.zonewright.text.TextEdit;
import org.junit.jupiter.api.Test;

class PatchTextTest {
  private static String of(String file, String content) {
    SourceText source = SourceText.fromFile(content);
    return PatchText.of(file, source, EditSet.of(TextEdit.replace(0, 1, "b")));
  }

  @Test
  void plainFile() {
    assertThat(of("x.yaml", "a\nc\n"))
        .isEqualTo("--- a/x.yaml\n+++ b/x.yaml\n@@ -1,2 +1,2 @@\n-a\n+b\n c\n");
  }

  @Test
  void lineEndsAndMarkAreThoseOfTheFile() {
    assertThat(of("x.yaml", "\uFEFFa\r\nc"))
        .isEqualTo(
            """
            --- a/x.yaml
            +++ b/x.yaml
            @@ -1,2 +1,2 @@
            -\uFEFFa\r
            +\uFEFFb\r
             c
            \\ No newline at end of file
            """);
  }

  @Test
  void namesThatPatchReads() {
    assertThat(of("/tmp/x.yaml", "a")).startsWith("--- a/tmp/x.yaml\n");
    assertThat(of("./x.yaml", "a")).startsWith("--- a/x.yaml\n");
    assertThat(of("x y.yaml", "a")).startsWith("--- a/x y.yaml\t\n");
    assertThat(of("x\n\"\u001b.yaml", "a")).startsWith("--- \"a/x\\n\\\"\\033.yaml\"\n");
    assertThat(of("x\u202e\u3164\udb40\udc41é.yaml", "a"))
        .startsWith("--- \"a/x\\342\\200\\256\\343\\205\\244\\363\\240\\201\\201é.yaml\"\n");
  }
}
