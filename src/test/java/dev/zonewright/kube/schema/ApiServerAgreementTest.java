package dev.zonewright.kube.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What a kube-apiserver 1.36.2 with strict field validation said to thousands of real documents: it
 * decodes those that it accepts or finds invalid, and names the field in those that it does not.
 */
class ApiServerAgreementTest {
  private static final Pattern UNKNOWN = Pattern.compile("unknown field \"([^\"]+)\"");
  private static final Pattern TYPE =
      Pattern.compile("cannot unmarshal \\w+ into Go struct field \\w+\\.(\\S+) of type");
  private static final Pattern POSITION = Pattern.compile("\\[\\d+]");

  @Test
  void agreesWithTheDecoder() {
    BenchCorpus corpus = BenchCorpus.open();
    Map<String, Integer> counts = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (YamlStream.Part part : corpus.stream().parts()) {
      BenchCorpus.Answer answer = corpus.answers().get(part.number());
      if (answer != null) {
        List<Mismatch> found = BenchCorpus.mismatches(part);
        counts.merge(answer.status(), 1, Integer::sum);
        if (!agrees(answer, found)) {
          wrong.add(part.number() + " " + answer + " but found " + found);
        }
      }
    }
    System.out.println("API server's answers compared: " + counts + ", disagreed: " + wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(counts.get("accepted")).isGreaterThan(1000);
    assertThat(counts.get("undecodable")).isEqualTo(24);
  }

  private static boolean agrees(BenchCorpus.Answer answer, List<Mismatch> found) {
    if (!answer.status().equals("undecodable")) {
      return found.isEmpty();
    }
    List<String> named = new ArrayList<>();
    Matcher unknown = UNKNOWN.matcher(answer.message());
    while (unknown.find()) {
      named.add(unknown.group(1));
    }
    if (!named.isEmpty()) {
      return found.stream()
          .map(m -> m instanceof Mismatch.UnknownField ? m.path().toString() : "wrong type")
          .sorted()
          .toList()
          .equals(named.stream().sorted().toList());
    }
    // of a wrong type the server names Go's fields: embedded structs too, positions not
    Matcher type = TYPE.matcher(answer.message());
    assertThat(type.find()).as(answer.message()).isTrue();
    return found.stream()
        .filter(Mismatch.WrongType.class::isInstance)
        .map(m -> POSITION.matcher(m.path().toString()).replaceAll(""))
        .anyMatch(path -> path.equals(type.group(1).replaceAll("\\.[A-Z]\\w*", "")));
  }
}
