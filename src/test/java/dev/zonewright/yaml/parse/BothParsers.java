package dev.zonewright.yaml.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.Decoding;
import dev.zonewright.text.SourceText;
import dev.zonewright.yaml.Corpus;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads a text the quick way and by the engine, and holds one against the other. */
final class BothParsers {
  private BothParsers() {}

  /** How many of them the quick parser reads. */
  static int agrees(List<String> documents) {
    return documents.stream().mapToInt(BothParsers::agrees).sum();
  }

  /** Gives 1 for a text that the quick way reads. */
  static int agrees(String text) {
    YamlNode quick = QuickParser.parse(text);
    if (quick == null) {
      return 0;
    }
    assertThat(quick.equals(engineTree(text))).as(text).isTrue();
    return 1;
  }

  static YamlNode engineTree(String text) {
    YamlDocument document = YamlParser.parseFully(text);
    assertThat(document.problem()).as(text).isEmpty();
    assertThat(document.hasAliases()).isFalse();
    return document.root().orElseThrow();
  }

  static List<Path> own() throws IOException {
    List<Path> files = new ArrayList<>(Corpus.own());
    try (Stream<Path> samples = Files.walk(Path.of("assets", "samples"))) {
      files.addAll(samples.filter(f -> f.toString().endsWith(".yaml")).sorted().toList());
    }
    return files;
  }

  static List<String> documents(List<Path> files) throws IOException {
    List<String> documents = new ArrayList<>();
    for (Path file : files) {
      if (Decoding.of(Files.readAllBytes(file)) instanceof Decoding.Decoded(SourceText source)) {
        YamlStream stream = YamlStream.parse(source.text());
        stream.parts().forEach(part -> documents.add(stream.textOf(part)));
      }
    }
    return documents;
  }
}
