package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.planted.PlantedSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known is filled in, what is not is marked, and nothing of a manifest reaches a shell. */
class RunbookCommandTest {
  @TempDir Path folder;

  private Shell run(String text, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), text);
    Object[] all = new Object[options.length + 2];
    all[0] = "runbook";
    System.arraycopy(options, 0, all, 1, options.length);
    all[options.length + 1] = file;
    return Shell.run(all);
  }

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata:
            labels: {app: web, tier: front}
            annotations: {dev.edera/kernel: "ghcr.example/kernel:6.12"}
          spec:
            runtimeClassName: edera
            nodeSelector: {pool: edera}
            volumes: [{name: uploads, emptyDir: {}}]
            containers: [{name: web, image: 'web:1'}]
      """;

  @Test
  void aDeploymentsPodsAreFoundByTheirLabels() throws IOException {
    Shell shell = run(DEPLOYMENT, "--workload", "shop/Deployment/web", "--incident", "zone");
    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .startsWith("# Zone compromise")
        .contains(
            "kubectl -n shop get pods -o wide -l app=web,tier=front",
            "Runs in a zone",
            "Do not scale, roll out or delete the Deployment",
            "The volumes of this pod: `uploads`",
            "/var/lib/edera/protect/state/<zone-uuid>/mounts/",
            "protect host idm-snoop",
            "protect zone logs <zone> > shop-web-zone.log",
            "kubectl drain <node>",
            "- `<node>`: ",
            "- `<zone-uuid>`: ")
        .doesNotContain("Hypervisor vulnerability", "<patched");
    // the source gives no command for it
    assertThat(shell.out()).contains("gives no command").doesNotContain("xenstore-ls");
  }

  @Test
  void aVulnerabilityIsNotPutAsideForItsMode() throws IOException {
    Shell shell = run(DEPLOYMENT, "--workload", "shop/deployment/web", "--incident", "hypervisor");
    assertThat(shell.out())
        .contains(
            "do not dismiss an XSA because it names HVM or PVH",
            "kubectl get nodes -o wide -l pool=edera",
            "now names `ghcr.example/kernel:6.12`",
            "kubectl -n shop edit deployment web",
            "spec.template.metadata.annotations");
  }

  @Test
  void whatATemplateFillsInIsMarkedAsNotKnown() throws IOException {
    Shell shell =
        run(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: "{{ .Release.Name }}-x"
              namespace: "{{ .Values.space }}"
              labels: {tier: web}
              annotations: {dev.edera/kernel: "{{ .Values.kernel }}"}
            spec:
              nodeName: "${NODE}"
              runtimeClassName: edera
              containers: [{name: a, image: 'a:1'}]
            """,
            "--workload",
            "{{ .Values.space }}/Pod/{{ .Release.Name }}-x");
    assertThat(shell.out())
        .contains(
            "kubectl -n <namespace> get pods -o wide -l tier=web",
            "kubectl drain <node>",
            "> Pod-zone.log",
            "in the manifest of Pod <name>,",
            "- `<namespace>`: ",
            "- `<name>`: ",
            "- `<node>`: ",
            "the zone kernel: a template fills it in");
    assertThat(shell.out().lines().filter(l -> l.contains("{{") || l.contains("${")))
        .allMatch(l -> l.startsWith("Workload `"));
  }

  @Test
  void aPodThatTheApiServerNamesHasNoKnownName() throws IOException {
    Shell shell =
        run(
            """
            apiVersion: v1
            kind: Pod
            metadata: {generateName: job-, namespace: shop, labels: {a: b}}
            spec: {containers: [{name: a, image: 'a:1'}]}
            """,
            "--workload",
            "shop/Pod/job-");
    assertThat(shell.out())
        .contains("kubectl -n shop get pods -o wide -l a=b")
        .doesNotContain("get pod job-");
  }

  @Test
  void aPodWithANodeIsFilledInWhole() throws IOException {
    Shell shell =
        run(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: job-1, namespace: shop}
            spec:
              nodeName: node-7
              containers: [{name: a, image: 'a:1'}]
            """,
            "--workload",
            "shop/Pod/job-1");
    assertThat(shell.out())
        .contains(
            "kubectl -n shop get pod job-1 -o wide",
            "kubectl drain node-7",
            "Runs on the host kernel, not in a zone",
            "Hypervisor vulnerability")
        .doesNotContain("<pod>", "<node>");
  }

  @Test
  void aJobThatDeletesItsPodsIsToldOf() throws IOException {
    Shell shell =
        run(
            """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: task, namespace: shop}
            spec:
              ttlSecondsAfterFinished: 60
              template:
                spec: {restartPolicy: Never, containers: [{name: a, image: 'a:1'}]}
            """,
            "--workload",
            "shop/Job/task");
    assertThat(shell.out()).contains("deletes its pods 60 seconds after they end");
  }

  @Test
  void nothingOfAManifestReachesAShell() throws IOException {
    Shell shell =
        run(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: "x; rm -rf $PWD 'y'", namespace: "`id`"}
            spec: {containers: [{name: a, image: 'a:1'}]}
            """,
            "--workload",
            "`id`/Pod/x; rm -rf $PWD 'y'");
    assertThat(shell.out())
        .contains("kubectl -n '`id`' get pod 'x; rm -rf $PWD '\\''y'\\''' -o wide");
  }

  @Test
  void anUnknownWorkloadIsRefusedWithWhatThereIs() throws IOException {
    Shell shell = run(DEPLOYMENT, "--workload", "shop/Deployment/wbe");
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("Did you mean shop/Deployment/web?");
    assertThat(run(DEPLOYMENT).err()).contains("--workload NAMESPACE/KIND/NAME");
  }

  @Test
  void noCredentialIsShown() throws IOException {
    PlantedSecrets secrets = new PlantedSecrets();
    Path file = Files.writeString(folder.resolve("planted.yaml"), secrets.text());
    String workloads = Shell.run("review", "--format", "json", file).out();
    assertThat(workloads).contains("\"workloads\"");
    Matcher each =
        Pattern.compile(
                "\"kind\": \"([^\"]+)\",\\s+\"namespace\": \"([^\"]*)\",\\s+\"name\":"
                    + " \"([^\"]*)\",\\s+\"tenant\"")
            .matcher(workloads);
    int shown = 0;
    while (each.find()) {
      String home = each.group(2).isEmpty() ? "default" : each.group(2);
      Shell shell =
          Shell.run(
              "runbook", "--workload", home + "/" + each.group(1) + "/" + each.group(3), file);
      secrets.assertHiddenIn("runbook", shell.out());
      shown += shell.code() == 2 ? 0 : 1;
    }
    assertThat(shown).isPositive();
  }
}
