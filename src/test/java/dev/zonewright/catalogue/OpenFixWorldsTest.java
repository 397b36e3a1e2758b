package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.catalogue.network.OpenEgress;
import dev.zonewright.catalogue.network.OpenIngress;
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
import dev.zonewright.kube.network.policy.Protocol;
import dev.zonewright.kube.network.policy.Readings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the new policies of open egress and open ingress change: of the pods that nothing isolated,
 * all is closed but the namespace itself and DNS; every other answer stays as the judges gave it.
 */
class OpenFixWorldsTest {
  private static final Analyzer ANALYZER =
      new Analyzer(List.of(new OpenEgress(), new OpenIngress()), Profile.EDERA_REFERENCE);

  @Test
  void theAnswersOfTheCopiedWorldsChangeAsPromised() throws IOException {
    check(Path.of("src", "test", "resources", "oracle", "network"), 20);
  }

  @Test
  void theAnswersOfEveryWorldChangeAsPromised(@TempDir Path folder)
      throws IOException, InterruptedException {
    check(OracleArchive.unpack("netpol-given", folder), 500);
  }

  private static void check(Path folder, int atLeast) throws IOException {
    Map<String, List<Row>> rows =
        Files.readAllLines(folder.resolve("answers.tsv")).stream()
            .skip(1)
            .map(line -> new Row(List.of(line.split("\t", -1))))
            .collect(Collectors.groupingBy(r -> r.at(0), LinkedHashMap::new, Collectors.toList()));
    int fixes = 0;
    int closed = 0;
    for (Map.Entry<String, List<Row>> world : rows.entrySet()) {
      String text = Files.readString(folder.resolve("worlds").resolve(world.getKey() + ".yaml"));
      Analysis before = ANALYZER.analyze(List.of(Manifest.of("world.yaml", text)));
      for (LocatedFinding finding : before.findings()) {
        if (!finding.finding().fixes().isEmpty()) {
          fixes++;
          closed += check(world.getKey(), before, finding, world.getValue());
        }
      }
    }
    assertThat(fixes).isGreaterThan(atLeast);
    assertThat(closed).isGreaterThan(atLeast);
  }

  private static int check(String world, Analysis before, LocatedFinding finding, List<Row> rows) {
    FixRun run =
        new Fixer(ANALYZER)
            .fixAll(before, f -> f.fingerprint().equals(finding.fingerprint()), true, () -> false);
    String what = world + " " + finding.finding().message();
    assertThat(run.refused()).as(what).isEmpty();
    assertThat(run.after().findings().stream().map(LocatedFinding::fingerprint))
        .as(what)
        .doesNotContain(finding.fingerprint());
    boolean egress = finding.finding().control().id().equals("open-egress");
    String tenant = finding.finding().subject().tenant().orElseThrow();
    NetworkModel model =
        NetworkModel.of(run.after().objects().stream().map(LocatedObject::object).toList());
    Reachability reachability = new Reachability(model, Readings.WHOLE_CLUSTER);
    int closed = 0;
    for (Row row : rows) {
      boolean was = row.at(5).equals("allowed");
      boolean meant =
          row.at(egress ? 6 : 7).equals("no") && isPodOf(tenant, row.at(egress ? 1 : 2), model);
      boolean stays = !meant || isPromised(tenant, row, egress, model);
      assertThat(reachability.answer(row.question(model)).outcome() == Answer.Outcome.ALLOWED)
          .as("%s: %s", what, row.fields())
          .isEqualTo(was && stays);
      closed += was && !stays ? 1 : 0;
    }
    return closed;
  }

  private static boolean isPromised(String tenant, Row row, boolean egress, NetworkModel model) {
    String other = row.at(egress ? 2 : 1);
    if (isPodOf(tenant, other, model)) {
      return true;
    }
    boolean dns = row.at(4).equals("53") && !row.at(3).equals("SCTP");
    return egress
        && dns
        && isPodOf("kube-system", other, model)
        && model.find(other).stream()
            .allMatch(p -> "kube-dns".equals(p.labels().known().get("k8s-app")));
  }

  private static boolean isPodOf(String namespace, String end, NetworkModel model) {
    List<NetworkPod> pods = model.find(end);
    return !pods.isEmpty()
        && pods.stream().allMatch(p -> p.namespace().equals(namespace) && p.hostNetwork().isNo());
  }

  /** A line of answers.tsv. */
  private record Row(List<String> fields) {
    String at(int column) {
      return fields.get(column);
    }

    Question question(NetworkModel model) {
      return new Question(
          end(at(1), model), end(at(2), model), Protocol.valueOf(at(3)), Integer.parseInt(at(4)));
    }

    private static Endpoint end(String text, NetworkModel model) {
      List<NetworkPod> pods = model.find(text);
      return pods.isEmpty()
          ? Destinations.typed(text).orElseThrow()
          : new Endpoint.OfPod(pods.getFirst());
    }
  }
}
