package dev.zonewright.kube.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodSecurityStandards;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.yaml.parse.YamlStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/**
 * Small documents of the project's own, each below the answer that Kubernetes gives to one of its
 * shape: evidence of the same kind as the large corpora give, in every checkout.
 */
final class SampleAnswersTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "kubernetes");

  @Test
  void agreesWithTheLibraryOfPodSecurity() throws IOException {
    compare("pod-security-levels.yaml", 120, SampleAnswersTest::isOfLevel);
  }

  @Test
  void agreesWithTheApiServer() throws IOException {
    compare("api-server-answers.yaml", 80, SampleAnswersTest::isAnswered);
  }

  private static boolean isOfLevel(YamlStream.Part part, String answer) {
    List<PodView> pods =
        KubeObject.in(part.document().cursor()).stream()
            .flatMap(object -> PodViews.of(object).stream())
            .toList();
    return pods.size() == 1
        && PodSecurityStandards.levelOf(pods.getFirst())
            .word()
            .equals(answer.substring(0, answer.indexOf(':')));
  }

  private static boolean isAnswered(YamlStream.Part part, String answer) {
    List<Mismatch> found = BenchCorpus.mismatches(part);
    if (answer.equals("accepted")) {
      return found.isEmpty();
    }
    boolean unknown = answer.startsWith("unknown field ");
    List<String> paths =
        List.of(answer.replaceFirst("unknown field |wrong type at ", "").split(", "));
    return found.stream().allMatch(m -> m instanceof Mismatch.UnknownField == unknown)
        && found.stream().map(m -> m.path().toString()).sorted().toList().equals(sorted(paths));
  }

  private static List<String> sorted(List<String> paths) {
    return paths.stream().sorted().toList();
  }

  private static void compare(String file, int least, BiPredicate<YamlStream.Part, String> agrees)
      throws IOException {
    YamlStream stream =
        YamlStream.parse(Files.readString(FOLDER.resolve(file)).replace("\r\n", "\n"));
    List<String> wrong = new ArrayList<>();
    for (YamlStream.Part part : stream.parts()) {
      String text = stream.textOf(part);
      int answer = text.indexOf("# ") + 2;
      String said = text.substring(answer, text.indexOf('\n', answer));
      assertThat(part.document().problem()).as(text).isEmpty();
      if (!agrees.test(part, said)) {
        wrong.add(text);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(stream.parts()).hasSizeGreaterThan(least);
  }
}
