package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonewright.ui.chart.ChartModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where Helm renders no chart. */
class ChartRefusalTest {
  @TempDir Path folder;

  @BeforeEach
  void scriptsRunHere() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no shell scripts");
  }

  @Test
  void saysWhatToDoWhereHelmDoesNot() throws IOException {
    assertThat(refused("Error: templates/deployment.yaml:67:28: no clusterName"))
        .isEqualTo(
            "Error: templates/deployment.yaml:67:28: no clusterName\n\n"
                + "Choose values files that give what Helm asks for, or correct the file that it"
                + " names, and render again.");
    String dependencies = "Error: You may need to run helm dependency build: missing redis";
    assertThat(refused(dependencies)).isEqualTo(dependencies);
    assertThat(refused("killed")).isEqualTo("killed");
  }

  private String refused(String message) throws IOException {
    Path helm =
        Files.writeString(
            folder.resolve("helm"), "#!/bin/sh\necho '%s' >&2\nexit 1\n".formatted(message));
    Files.setPosixFilePermissions(helm, PosixFilePermissions.fromString("rwx------"));
    ChartModel chart = new ChartModel(Bench.direct(), Optional.of(helm), folder);
    chart.render();
    return chart.stateProperty().get() instanceof ChartModel.State.Refused(String why) ? why : "";
  }
}
