package dev.zonewright.yaml.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.Decoding;
import dev.zonewright.text.SourceText;
import dev.zonewright.yaml.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening and saving without an edit gives the same bytes, and every span is right. */
final class CorpusRoundTripTest {
  @TempDir Path folder;

  @Test
  void openAndSaveGiveTheSameBytes() throws IOException {
    giveTheSameBytes(Corpus.own());
  }

  @Test
  void openAndSaveOfRealManifestsGiveTheSameBytes() throws IOException, InterruptedException {
    giveTheSameBytes(Corpus.real(folder));
  }

  @Test
  void everySpanIsRight() throws IOException {
    haveRightSpans(Corpus.own());
  }

  @Test
  void everySpanOfRealManifestsIsRight() throws IOException, InterruptedException {
    haveRightSpans(Corpus.real(folder));
  }

  private static void giveTheSameBytes(List<Path> files) throws IOException {
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      if (Decoding.of(bytes) instanceof Decoding.Decoded(SourceText source)) {
        assertThat(source.encode()).as(file.toString()).isEqualTo(bytes);
        assertThat(source.encode(source.text())).isEqualTo(bytes);
      }
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(6);
  }

  private static void haveRightSpans(List<Path> files) throws IOException {
    int nodes = 0;
    for (Path file : files) {
      if (Decoding.of(Files.readAllBytes(file)) instanceof Decoding.Decoded(SourceText source)) {
        YamlStream stream = YamlStream.parse(source.text());
        for (YamlStream.Part part : stream.parts()) {
          try {
            nodes += SpanCheck.check(stream.textOf(part), part.document());
          } catch (AssertionError e) {
            throw new AssertionError(file + ", document " + part.number(), e);
          }
        }
      }
    }
    System.out.println("spans checked: " + nodes);
    assertThat(nodes).isGreaterThan(300);
  }
}
