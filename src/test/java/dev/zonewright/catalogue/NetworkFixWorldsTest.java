package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.control.Control;
import dev.zonewright.control.Family;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.network.Answer;
import dev.zonewright.kube.network.Destinations;
import dev.zonewright.kube.network.Endpoint;
import dev.zonewright.kube.network.NetworkModel;
import dev.zonewright.kube.network.OracleArchive;
import dev.zonewright.kube.network.Question;
import dev.zonewright.kube.network.Reachability;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.Policy;
import dev.zonewright.kube.network.policy.Protocol;
import dev.zonewright.kube.network.policy.Readings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the fixes of network controls change in the worlds of the judges: they only close, only for
 * pods that the policy selects, and the finding is gone.
 */
class NetworkFixWorldsTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "oracle", "network");
  private static final List<Control> CONTROLS =
      ControlCatalogue.all().stream().filter(c -> c.info().family() == Family.NETWORK).toList();
  private static final Analyzer ANALYZER = new Analyzer(CONTROLS, Profile.EDERA_REFERENCE);

  @Test
  void fixesCloseAndTouchNobodyElse() throws IOException {
    check(FOLDER, 50);
  }

  @Test
  void fixesCloseAndTouchNobodyElseInEveryWorld(@TempDir Path folder)
      throws IOException, InterruptedException {
    check(OracleArchive.unpack("netpol-given", folder), 500);
  }

  private static void check(Path folder, int atLeast) throws IOException {
    Map<String, List<String[]>> rows =
        Files.readAllLines(folder.resolve("answers.tsv")).stream()
            .skip(1)
            .map(l -> l.split("\t", -1))
            .collect(Collectors.groupingBy(r -> r[0], LinkedHashMap::new, Collectors.toList()));
    Map<String, Integer> closed = new LinkedHashMap<>();
    for (Map.Entry<String, List<String[]>> world : rows.entrySet()) {
      String text = Files.readString(folder.resolve("worlds").resolve(world.getKey() + ".yaml"));
      Analysis before = ANALYZER.analyze(List.of(Manifest.of("world.yaml", text)));
      for (LocatedFinding finding : before.findings()) {
        if (!finding.finding().fixes().isEmpty()) {
          int count = check(world.getKey(), before, finding, world.getValue());
          closed.merge(finding.finding().control().id(), count, Integer::sum);
        }
      }
    }
    // each of them was seen to close something
    assertThat(closed)
        .containsKeys(
            "reachable-node-port",
            "reachable-metadata-endpoint",
            "unrestricted-internet-egress",
            "cross-namespace-traffic",
            "open-egress",
            "open-ingress");
    assertThat(closed.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(atLeast);
  }

  private static int check(
      String world, Analysis before, LocatedFinding finding, List<String[]> rows) {
    FixRun run =
        new Fixer(ANALYZER)
            .fixAll(before, f -> f.fingerprint().equals(finding.fingerprint()), true, () -> false);
    Analysis after = run.after();
    String what = world + " " + finding.start() + " " + finding.finding().message();
    assertThat(after.findings().stream().map(LocatedFinding::fingerprint))
        .as(what)
        .doesNotContain(finding.fingerprint());
    NetworkModel was = model(before);
    NetworkModel is = model(after);
    String tenant = finding.finding().tenant().orElse("");
    Optional<Policy> policy =
        was.policies().values().stream()
            .flatMap(List::stream)
            .filter(p -> p.ref().equals(finding.finding().object()))
            .findFirst();
    // rules without effect are given theirs: where others isolate already, they open
    boolean ofEffect = finding.finding().control().id().equals("unenforceable-network-policy");
    List<String> changed = new ArrayList<>();
    for (String[] row : rows) {
      Answer.Outcome first = outcome(was, row);
      Answer.Outcome second = outcome(is, row);
      if (first != second) {
        if (!ofEffect) {
          assertThat(first).as(what).isEqualTo(Answer.Outcome.ALLOWED);
          assertThat(second).as(what).isEqualTo(Answer.Outcome.DENIED);
        }
        assertThat(isTouched(policy, tenant, was, row[1]) || isTouched(policy, tenant, was, row[2]))
            .as("%s: %s", what, List.of(row))
            .isTrue();
        changed.add(row[1] + row[2]);
      }
    }
    return changed.size();
  }

  /** By the policy that was fixed; by a new one all pods of the tenant. */
  private static boolean isTouched(
      Optional<Policy> policy, String tenant, NetworkModel model, String end) {
    return policy
        .map(p -> isSelected(p, model, end))
        .orElseGet(() -> model.find(end).stream().anyMatch(p -> p.namespace().equals(tenant)));
  }

  private static boolean isSelected(Policy policy, NetworkModel model, String end) {
    return model.find(end).stream()
        .anyMatch(p -> policy.selects(p, Readings.WHOLE_CLUSTER).isYes());
  }

  private static NetworkModel model(Analysis analysis) {
    return NetworkModel.of(analysis.objects().stream().map(LocatedObject::object).toList());
  }

  private static Answer.Outcome outcome(NetworkModel model, String[] row) {
    Question question =
        new Question(
            end(model, row[1]),
            end(model, row[2]),
            Protocol.valueOf(row[3]),
            Integer.parseInt(row[4]));
    return new Reachability(model, Readings.WHOLE_CLUSTER).answer(question).outcome();
  }

  private static Endpoint end(NetworkModel model, String text) {
    List<NetworkPod> pods = model.find(text);
    return pods.isEmpty()
        ? Destinations.typed(text).orElseThrow()
        : new Endpoint.OfPod(pods.getFirst());
  }
}
