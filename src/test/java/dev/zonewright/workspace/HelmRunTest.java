package dev.zonewright.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chart rendered by a program that stands in for Helm. */
class HelmRunTest {
  private static final ReadLimits LIMITS = new ReadLimits(300_000, 300_000);

  @TempDir Path folder;

  @BeforeEach
  void scriptsRunHere() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no shell scripts");
  }

  @Test
  void theCommandIsWhatAPersonWouldTypeAndIsRunWithoutAShell() throws IOException {
    Path helm = helm("for a in \"$@\"; do printf '%s\\n' \"$a\"; done");
    Path chart = Files.createDirectories(folder.resolve("my $(touch hacked) chart"));
    Path values = folder.resolve("it's.yaml");
    HelmTemplate template = new HelmTemplate(helm, chart, "shop", "acme", List.of(values));

    assertThat(template.shown())
        .isEqualTo(
            "%s template --namespace acme --values '%s' -- shop '%s'"
                .formatted(helm, values.toString().replace("'", "'\\''"), chart));
    assertThat(HelmRun.run(template, LIMITS, () -> false))
        .isEqualTo(
            new HelmRun.Outcome.Rendered(
                String.join(
                        "\n",
                        "template",
                        "--namespace",
                        "acme",
                        "--values",
                        values.toString(),
                        "--",
                        "shop",
                        chart.toString())
                    + "\n"));
    assertThat(folder.resolve("hacked")).doesNotExist();
  }

  @Test
  void whatHelmSaysWhenItRefusesIsHandedOn() throws IOException {
    assertThat(run("echo rendered; echo 'Error: values don'\"'\"'t meet the schema' >&2; exit 1"))
        .isEqualTo(new HelmRun.Outcome.Failed("Error: values don't meet the schema"));
    assertThat(
            run(
                "printf 'Error: no name\\n\\nUse --debug flag to render out invalid YAML\\n' >&2;"
                    + " exit 1"))
        .isEqualTo(new HelmRun.Outcome.Failed("Error: no name"));
    assertThat(run("exit 3"))
        .isEqualTo(new HelmRun.Outcome.Failed("Helm ended with code 3 and no message."));
  }

  @Test
  void warningsSpoilNothing() throws IOException {
    assertThat(run("echo 'WARNING: old' >&2; echo 'kind: Pod'"))
        .isEqualTo(new HelmRun.Outcome.Rendered("kind: Pod\n"));
  }

  @Test
  void muchOnBothPipesComesThrough() throws IOException {
    HelmRun.Outcome outcome =
        run(
            "i=0; while [ $i -lt 4000 ]; do i=$((i+1)); echo 'out: xxxxxxxxxxxxxxxxxxxxxxxxxx';"
                + " echo 'err xxxxxxxxxxxxxxxxxxxxxxxxxxxxx' >&2; done");

    assertThat(outcome)
        .isEqualTo(new HelmRun.Outcome.Rendered("out: xxxxxxxxxxxxxxxxxxxxxxxxxx\n".repeat(4000)));
  }

  @Test
  void moreThanAManifestMayHaveIsRefused() throws IOException {
    assertThat(run("while :; do echo 'a: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'; done"))
        .isEqualTo(
            new HelmRun.Outcome.Failed(
                "It printed more than 300000 bytes, and a manifest may have at most that."));
  }

  @Test
  void aFloodOfMessagesIsLetGoAndChildrenEndWithIt() throws IOException {
    Path pid = folder.resolve("child");
    HelmRun.Outcome outcome =
        run(
            "sleep 600 & echo $! > '%s'; echo 'Error: first' >&2; head -c 200000000 /dev/zero | tr '\\0' x >&2; exit 1"
                .formatted(pid));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            HelmRun.Outcome.Failed.class,
            failed ->
                assertThat(failed.message())
                    .startsWith("Error: first")
                    .hasSizeLessThanOrEqualTo(16_000));
    long child = Long.parseLong(Files.readString(pid).strip());
    ProcessHandle.of(child).ifPresent(p -> p.onExit().join());
    assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void itIsStoppedWhenAPersonHasEnough() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Path pid = folder.resolve("pid");
    Path helm = helm("echo $$ > '" + pid + "'; exec sleep 600");
    HelmTemplate template = new HelmTemplate(helm, folder, "x", "", List.of());

    HelmRun.Outcome outcome =
        HelmRun.run(template, LIMITS, () -> Files.exists(pid) && asked.incrementAndGet() > 3);

    assertThat(outcome).isEqualTo(new HelmRun.Outcome.Cancelled());
    long process = Long.parseLong(Files.readString(pid).strip());
    ProcessHandle.of(process).ifPresent(p -> p.onExit().join());
    assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void otherThanTextIsRefused() throws IOException {
    assertThat(run("printf '\\377\\376'"))
        .isEqualTo(new HelmRun.Outcome.Failed("The output of Helm is not UTF-8 text."));
  }

  @Test
  void helmIsLookedForAsAShellWould() throws IOException {
    Path helm = helm("exit 0");
    Path empty = Files.createDirectories(folder.resolve("empty"));

    assertThat(HelmTemplate.find(empty + File.pathSeparator + helm.getParent())).contains(helm);
    assertThat(HelmTemplate.find("" + File.pathSeparator + empty + File.pathSeparator + "."))
        .isEmpty();
    assertThat(HelmTemplate.find("")).isEmpty();
  }

  @Test
  void aReleaseGetsANameThatHelmAccepts() {
    assertThat(HelmTemplate.releaseFor(Path.of("/charts/My_Shop 2.0"))).isEqualTo("my-shop-2-0");
    assertThat(HelmTemplate.releaseFor(Path.of("/charts/__"))).isEqualTo("release");
    assertThat(HelmTemplate.releaseFor(Path.of("/charts/" + "a".repeat(52) + "-b"))).hasSize(52);
  }

  private HelmRun.Outcome run(String script) throws IOException {
    return HelmRun.run(
        new HelmTemplate(helm(script), folder, "x", "", List.of()), LIMITS, () -> false);
  }

  private Path helm(String script) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path helm = Files.writeString(bin.resolve("helm"), "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(helm, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
