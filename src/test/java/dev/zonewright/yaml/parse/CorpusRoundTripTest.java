package dev.zonewright.yaml.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.Decoding;
import dev.zonewright.text.SourceText;
import dev.zonewright.yaml.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening and saving without an edit gives the same bytes, and every span is right. */
final class CorpusRoundTripTest {
  @TempDir Path folder;

  @Test
  void openAndSaveGiveTheSameBytes() throws IOException, InterruptedException {
    List<Path> files = files();
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      if (Decoding.of(bytes) instanceof Decoding.Decoded(SourceText source)) {
        assertThat(source.encode()).as(file.toString()).isEqualTo(bytes);
        assertThat(source.encode(source.text())).isEqualTo(bytes);
      }
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void everySpanIsRight() throws IOException, InterruptedException {
    int nodes = 0;
    for (Path file : files()) {
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

  private List<Path> files() throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>(Corpus.own());
    files.addAll(Corpus.real(folder));
    return files;
  }
}
