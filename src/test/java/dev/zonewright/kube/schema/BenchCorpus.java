package dev.zonewright.kube.schema;

import dev.zonewright.BesideCheckout;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.parse.YamlStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Real documents, and what an API server answered to each.
 *
 * @param answers by number of the document
 */
public record BenchCorpus(YamlStream stream, Map<Integer, Answer> answers) {
  /**
   * What the server answered to one document.
   *
   * @param status {@code accepted}, {@code undecodable} or {@code invalid}
   */
  public record Answer(String status, String message) {}

  /** The test that asks is skipped where the corpus is not at hand. */
  public static BenchCorpus open() {
    Path manifests = BesideCheckout.corpus("bench-10mb.yaml.xz");
    Path answers = BesideCheckout.corpus("apiserver.tsv.xz");
    return new BenchCorpus(
        YamlStream.parse(unpacked(manifests).replace("\r\n", "\n")),
        unpacked(answers)
            .lines()
            .skip(1)
            .map(line -> line.split("\t", -1))
            .collect(
                Collectors.toMap(
                    row -> Integer.parseInt(row[0]), row -> new Answer(row[2], row[3]))));
  }

  /** What the documents of a stream are found to have wrong. */
  static List<Mismatch> mismatches(YamlStream.Part part) {
    return KubeObject.in(part.document().cursor()).stream()
        .flatMap(object -> SchemaCheck.of(object).stream())
        .toList();
  }

  private static String unpacked(Path file) {
    try {
      Process xz =
          new ProcessBuilder("xz", "-dc", file.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (var in = xz.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
