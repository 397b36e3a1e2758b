package dev.zonewright.catalogue;

import dev.zonewright.yaml.parse.YamlStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Proves every fix over the whole corpus and writes the counts to a Markdown page. Argument: the
 * page. Ends with a failure when a fix broke a promise.
 */
public final class QualityReport {
  private QualityReport() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("quality");
    try {
      CorpusTexts corpus = new CorpusTexts(folder);
      if (!corpus.unpack()) {
        return;
      }
      FixProof proof = new FixProof();
      Map<String, Integer> sources = new TreeMap<>();
      corpus.forEach((name, source) -> {
        YamlStream stream = YamlStream.parse(source.text());
        sources.merge(
            name.contains("/") ? name.split("/")[0] : name, stream.parts().size(), Integer::sum);
        stream
            .parts()
            .forEach(part -> proof.document(name + " #" + part.number(), stream.textOf(part)));
        System.out.printf("%6d documents  %s%n", proof.documents(), name);
      });
      proof.failures().forEach(System.out::println);
      Files.writeString(Path.of(arguments[0]), page(proof, sources), StandardCharsets.UTF_8);
      if (!proof.failures().isEmpty()) {
        throw new IllegalStateException(proof.failures().size() + " promises broken");
      }
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder, new FileVisitOption[0])) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  private static String page(FixProof proof, Map<String, Integer> sources) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        # What the fixes keep

        Written by `mvn -q test-compile exec:exec@quality`; it needs the corpus beside the checkout. Every fix of every finding is
        applied by itself to its document, and then all safe ones together. Each time this must hold:

        - the finding is gone, and no control finds anything new but what the fix says it brings;
        - the fix is not offered a second time;
        - every line that the edits do not touch is there as before, in its order;
        - the same document with CRLF and a byte-order mark comes out the same, byte for byte;
        - undo gives the bytes of the beginning;
        - what Kubernetes accepts before, as far as its schemas and rules are known here, it accepts after: after each fix, after all
          safe ones, and after all with those for review.

        A document stands by itself here: what other documents would add is not seen.

        | Source | Documents |
        |---|---:|
        """);
    sources.forEach((name, count) -> out.append("| %s | %,d |%n".formatted(name, count)));
    out.append(
        """

        | Control | Findings | Safe fixes | Review fixes | Applied | Refused |
        |---|---:|---:|---:|---:|---:|
        """);
    int[] sum = new int[5];
    proof
        .tallies()
        .forEach((control, t) -> {
          out.append(
              "| `%s` | %,d | %,d | %,d | %,d | %,d |%n"
                  .formatted(control, t.findings, t.safe, t.review, t.applied, t.refusals()));
          sum[0] += t.findings;
          sum[1] += t.safe;
          sum[2] += t.review;
          sum[3] += t.applied;
          sum[4] += t.refusals();
        });
    out.append(
        "| **all** | %,d | %,d | %,d | %,d | %,d |%n"
            .formatted(sum[0], sum[1], sum[2], sum[3], sum[4]));
    out.append(
        "\nKubernetes accepts %,d of %,d documents before the fixes.%n"
            .formatted(proof.acceptedBefore(), proof.documents()));
    out.append("\nPromises broken: %,d.%n".formatted(proof.failures().size()));
    out.append(
        "\n“Fix all” closed %,d findings; %,d fixes were refused in it.%n"
            .formatted(proof.closedTogether(), proof.refusedTogether()));
    out.append("\n## Refused, by reason\n\n| Control | Reason | Times |\n|---|---|---:|\n");
    proof
        .tallies()
        .forEach((control, t) ->
            t.refused.forEach((reason, count) ->
                out.append(
                    "| `%s` | %s | %,d |%n"
                        .formatted(control, reason.replace("|", "\\|"), count))));
    return out.toString();
  }
}
