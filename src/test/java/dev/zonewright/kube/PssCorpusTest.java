package dev.zonewright.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonewright.BesideCheckout;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.yaml.parse.YamlStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares with what Kubernetes' own library says; runs where the corpus is present. */
class PssCorpusTest {
  /**
   * Fixtures of older policies that the newest judges otherwise: seccomp was an annotation before
   * 1.19, dropped capabilities are required since 1.22, a user namespace excuses procMount since
   * 1.35.
   */
  private static final Pattern OLDER_POLICY =
      Pattern.compile(
          "restricted/v1\\.(7|18|21)/pass/.*|baseline/v1\\.18/fail/seccompprofile_baseline.*"
              + "|baseline/v1\\.34/fail/procmount.*");

  @TempDir private Path folder;

  @Test
  void agreesOnEveryFixtureOfAdmission() throws IOException, InterruptedException {
    BesideCheckout.unpack("labelled.tar.xz", folder);
    List<Path> fixtures;
    try (Stream<Path> files = Files.walk(folder)) {
      fixtures =
          files.filter(f -> f.toString().contains("/psa/") && Files.isRegularFile(f)).toList();
    }
    List<String> wrong = new ArrayList<>();
    for (Path fixture : fixtures) {
      String name = fixture.subpath(fixture.getNameCount() - 4, fixture.getNameCount()).toString();
      boolean passes = name.contains("pass");
      PssLevel asked = name.startsWith("baseline") ? PssLevel.BASELINE : PssLevel.RESTRICTED;
      PodView pod = pods(YamlStream.parse(Files.readString(fixture)).parts().getFirst()).getFirst();
      PssLevel level = PodSecurityStandards.levelOf(pod);
      boolean meets = level.compareTo(asked) >= 0 && level != PssLevel.UNDETERMINED;
      if ((meets != passes && !OLDER_POLICY.matcher(name).matches())
          || level == PssLevel.UNDETERMINED) {
        wrong.add(name + " is " + level);
      }
    }
    assertThat(fixtures).hasSizeGreaterThan(300);
    assertThat(wrong).isEmpty();
  }

  @Test
  void agreesOnEveryPodOfTheBenchFile() throws IOException, InterruptedException {
    YamlStream stream = YamlStream.parse(unpacked("bench-10mb.yaml"));
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    int patches = 0;
    for (String line : unpacked("pss-levels.tsv").lines().skip(1).toList()) {
      String[] cells = line.split("\t", -1);
      YamlStream.Part part = stream.parts().get(Integer.parseInt(cells[0]) - 1);
      List<PodView> pods = pods(part);
      if (KubeObject.in(part.document().cursor()).stream().allMatch(Patch::is)
          || (cells[4].equals("restricted")
              && pods.stream().allMatch(pod -> pod.containers().isEmpty()))) {
        // the library reads a patch as if it were whole; what it does not say is not known
        assertThat(pods)
            .allMatch(pod -> PodSecurityStandards.levelOf(pod) == PssLevel.UNDETERMINED);
        patches++;
        continue;
      }
      String level =
          pods.size() == 1
              ? PodSecurityStandards.levelOf(pods.getFirst()).word()
              : pods.size() + " pods";
      compared++;
      if (!level.equals(cells[4])) {
        wrong.add(cells[0] + " " + cells[1] + " " + cells[3] + ": " + cells[4] + ", here " + level);
      }
    }
    assertThat(patches).isLessThan(40);
    assertThat(compared + patches).isEqualTo(2326);
    assertThat(wrong).isEmpty();
  }

  private static List<PodView> pods(YamlStream.Part part) {
    return KubeObject.in(part.document().cursor()).stream()
        .flatMap(object -> PodViews.of(object).stream())
        .toList();
  }

  private String unpacked(String name) throws IOException, InterruptedException {
    Path copy = folder.resolve(name + ".xz");
    Files.copy(BesideCheckout.corpus(name + ".xz"), copy);
    copy.toFile().setWritable(true);
    assumeTrue(ran("xz", "-d", copy.toString()), "xz cannot unpack " + name);
    return Files.readString(folder.resolve(name), StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private static boolean ran(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
  }
}
