package dev.zonewright.ui.review.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.ui.review.ReviewApplication;
import dev.zonewright.ui.review.Reviews;
import dev.zonewright.workspace.ManifestStore;
import dev.zonewright.workspace.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revision as the version before: read by git, with its commands told. */
class RevisionSideTest {
  @TempDir Path folder;

  private final SideSource source =
      new SideSource(
          new ManifestStore(),
          new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE),
          ReviewApplication.of(ControlCatalogue.all()));

  private void git(String... words) throws IOException, InterruptedException {
    List<String> all =
        new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@example"));
    all.addAll(List.of(words));
    Process run =
        new ProcessBuilder(all)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(run.waitFor()).isZero();
  }

  @Test
  void whatChangedSinceARevisionIsCompared() throws IOException, InterruptedException {
    assumeTrue(
        Programs.find("git", Objects.requireNonNullElse(System.getenv("PATH"), "")).isPresent(),
        "needs git");
    Path file = Files.writeString(folder.resolve("a.yaml"), Reviews.TWO_TENANTS);
    git("init", "-q");
    git("add", "a.yaml");
    git("commit", "-q", "-m", "first");
    Files.writeString(file, Reviews.TWO_TENANTS.replace("cidr: 0.0.0.0/0", "cidr: 192.0.2.0/24"));

    CompareModel.Result result = source.revision("HEAD", folder);
    assertThat(result).isInstanceOf(CompareModel.Result.Read.class);
    Before before = ((CompareModel.Result.Read) result).before();
    assertThat(before.name()).isEqualTo("revision HEAD");
    assertThat(before.coverage()).contains("read with ", "rev-parse", "ls-tree");
    CompareModel model = new CompareModel(Reviews.runner(), source);
    model.onShowProperty().set(true);
    model.choose(CompareModel.End.BEFORE, () -> result);
    model.show(Reviews.of(Files.readString(file), ""));
    assertThat(Objects.requireNonNull(model.comparisonProperty().get()).comparison().fixed())
        .isNotEmpty();

    assertThat(source.revision("nowhere", folder)).isInstanceOf(CompareModel.Result.Refused.class);
  }
}
