package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.LabelledCorpus.Label;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the controls with verdicts that other projects put on their own manifests. Labels that
 * are believed to be wrong, or to be about something else, are listed with their reason in {@code
 * docs/disputed-labels.md}; every other disagreement fails.
 */
class LabelledCorpusTest {
  private static final Map<String, List<String>> CONTROLS =
      Map.ofEntries(
          Map.entry("privileged", List.of("privileged-container")),
          Map.entry("hostpid", List.of("host-pid")),
          Map.entry("hostipc", List.of("host-ipc")),
          Map.entry("hostnetwork", List.of("host-network")),
          Map.entry("hostpath", List.of("host-path-volume")),
          Map.entry("volume-types", List.of("disallowed-volume-type", "host-path-volume")),
          Map.entry("caps-add", List.of("added-capability")),
          Map.entry("caps-add-baseline", List.of("added-capability")),
          Map.entry("caps-drop-all", List.of("undropped-capabilities")),
          Map.entry("nonroot", List.of("root-user")),
          Map.entry("x-runasuser", List.of("root-user")),
          Map.entry("x-hostport", List.of("host-port")),
          Map.entry("x-allow-priv-esc", List.of("privilege-escalation")),
          Map.entry("x-seccomp", List.of("missing-seccomp-profile")),
          Map.entry("x-hostprocess", List.of("windows-host-process")),
          Map.entry("x-procmount", List.of("unsafe-proc-mount")),
          Map.entry("x-sysctls", List.of("unsafe-sysctl")),
          Map.entry("x-selinux", List.of("unsafe-selinux-options")),
          Map.entry("x-apparmor", List.of("unsafe-apparmor-profile")),
          Map.entry("x-hostprobes", List.of("probe-host")),
          Map.entry("np-default-deny-egress", List.of("open-egress")),
          Map.entry("np-default-deny-ingress", List.of("open-ingress")),
          Map.entry("np-both-directions", List.of("open-egress", "open-ingress")),
          Map.entry("np-dangling", List.of("unenforceable-network-policy")),
          Map.entry("quota", List.of("missing-resource-quota")),
          Map.entry("limits", List.of("missing-resource-limits")),
          Map.entry("limits-cpu", List.of("missing-resource-limits resources.limits.cpu")),
          Map.entry("limits-mem", List.of("missing-resource-limits resources.limits.memory")),
          Map.entry("secret-inline", List.of("literal-credential", "long-lived-cloud-credential")),
          Map.entry(
              "secret-configmap", List.of("literal-credential", "long-lived-cloud-credential")),
          Map.entry("rbac-cluster-admin", List.of("wildcard-permission everything")),
          Map.entry("rbac-exec", List.of("node-reaching-account")),
          Map.entry("automount", List.of("mounted-service-account-token")));

  private static final Path DISPUTES = Path.of("docs", "disputed-labels.md");

  @TempDir Path folder;

  @Test
  void agreesWithEveryLabelThatIsNotDisputed() throws IOException, InterruptedException {
    LabelledCorpus corpus = LabelledCorpus.into(folder);
    String disputes = Files.readString(DISPUTES);
    Map<String, int[]> agreement = new TreeMap<>();
    List<String> mismatches = new ArrayList<>();
    Map<String, Set<String>> known = new HashMap<>();
    for (Label label : corpus.labels()) {
      List<String> controls = CONTROLS.get(label.control());
      if (controls == null) {
        continue;
      }
      Set<String> found = known.computeIfAbsent(label.path(), _ -> new HashSet<>());
      if (found.isEmpty()) {
        found.addAll(controlsIn(corpus.filesOf(label)));
      }
      boolean violates = controls.stream().anyMatch(found::contains);
      int[] counts = agreement.computeIfAbsent(label.control(), _ -> new int[3]);
      counts[0]++;
      String row = "| %s | %s |".formatted(label.path(), label.control());
      if (violates == label.violates()) {
        counts[1]++;
      } else if (disputes.contains(row)) {
        counts[2]++;
      } else {
        mismatches.add(row + (label.violates() ? " violates" : " clean"));
      }
    }
    agreement.forEach((control, n) ->
        System.out.printf(
            "labelled corpus: %-18s %4d labels, %4d agree, %3d disputed%n",
            control, n[0], n[1], n[2]));
    assertThat(mismatches).isEmpty();
    assertThat(agreement).isNotEmpty();
  }

  private static Set<String> controlsIn(List<Path> files) throws IOException {
    List<Manifest> manifests = new ArrayList<>();
    for (Path file : files) {
      String characters = Files.readString(file, StandardCharsets.UTF_8);
      manifests.add(Manifest.of(file.toString(), SourceText.fromFile(characters).text()));
    }
    Set<String> out = new HashSet<>();
    new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
        .analyze(manifests)
        .findings()
        .forEach(f -> {
          String id = f.finding().control().id();
          out.add(id);
          if (f.finding().message().contains(" do everything")) {
            out.add(id + " everything");
          }
          // one finding for all of the limits stands for each
          String path = f.finding().path().toString();
          Stream.of("resources.limits.cpu", "resources.limits.memory")
              .filter(limit -> path.endsWith(limit) || path.endsWith("resources.limits"))
              .forEach(limit -> out.add(id + " " + limit));
        });
    out.add("");
    return out;
  }
}
