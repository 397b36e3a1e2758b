package dev.zonewright.kube.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.network.address.Address;
import dev.zonewright.kube.network.address.AddressSet;
import dev.zonewright.kube.network.address.Cidr;
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

/** Connections that three independent evaluators agreed on. */
class OracleTest {
  static final Readings BLOCKS_MATCH_PODS =
      new Readings(
          true,
          false,
          true,
          List.of(Cidr.known("172.20.0.0/16")),
          List.of(Cidr.known("172.21.0.7/32")),
          List.of());
  static final Readings HOST_NETWORK_POLICED =
      new Readings(false, true, true, List.of(), List.of(), List.of());

  @Test
  void everyConnectionOfTheCopiedWorldsIsRight() throws IOException {
    check(Path.of("src", "test", "resources", "oracle", "network"), 2_593);
  }

  @Test
  void everyConnectionIsRight(@TempDir Path folder) throws IOException, InterruptedException {
    check(OracleArchive.unpack("netpol-given", folder), 59_716);
  }

  private static void check(Path folder, int atLeast) throws IOException {
    Map<String, List<Row>> rows =
        Files.readAllLines(folder.resolve("answers.tsv")).stream()
            .skip(1)
            .map(Row::of)
            .collect(Collectors.groupingBy(Row::world, LinkedHashMap::new, Collectors.toList()));
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (Map.Entry<String, List<Row>> world : rows.entrySet()) {
      Path file = folder.resolve("worlds").resolve(world.getKey() + ".yaml");
      NetworkModel model = model(Files.readString(file));
      Reachability usual = new Reachability(model, Readings.WHOLE_CLUSTER);
      Reachability unopened = new Reachability(model, Readings.DOCUMENTED);
      Reachability blocks = new Reachability(model, BLOCKS_MATCH_PODS);
      Reachability policed = new Reachability(model, HOST_NETWORK_POLICED);
      for (Row row : world.getValue()) {
        asked++;
        Question question = row.question(model);
        Answer answer = usual.answer(question);
        Answer careful = unopened.answer(question);
        if (careful.outcome() != Answer.Outcome.UNDETERMINED) {
          compare(row, "verdict, not whole", row.at(5), careful.outcome().words(), wrong);
        } else if (!careful.because().getFirst().contains("is not opened")) {
          wrong.add(row + " is not known, because " + careful.because());
        }
        compare(row, "verdict", row.at(5), answer.outcome().words(), wrong);
        compare(row, "egress_select", row.at(8), names(answer.egress()), wrong);
        compare(row, "egress_allow", row.at(9), openers(answer.egress()), wrong);
        compare(row, "ingress_select", row.at(10), names(answer.ingress()), wrong);
        compare(row, "ingress_allow", row.at(11), openers(answer.ingress()), wrong);
        compare(
            row,
            "if_ipblock_pods",
            row.at(12).equals("-") ? row.at(5) : row.at(12),
            blocks.answer(question).outcome().words(),
            wrong);
        compare(
            row,
            "if_hostnet_policed",
            row.at(13).equals("-") ? row.at(5) : row.at(13),
            policed.answer(question).outcome().words(),
            wrong);
      }
    }
    assertEquals(List.of(), wrong.stream().limit(20).toList(), wrong.size() + " wrong");
    assertFalse(asked < atLeast, "only " + asked + " connections");
  }

  private static void compare(
      Row row, String what, String expected, String got, List<String> wrong) {
    if (!expected.equals(got)) {
      wrong.add(row + " " + what + ": " + expected + ", not " + got);
    }
  }

  static NetworkModel model(String text) {
    return NetworkModel.of(objects(text));
  }

  static List<KubeObject> objects(String text) {
    return Manifest.of("world.yaml", text).stream().parts().stream()
        .flatMap(p -> KubeObject.in(p.document().cursor()).stream())
        .toList();
  }

  private static String names(Optional<Side> side) {
    return joined(side.map(Side::selecting).orElse(List.of()));
  }

  private static String openers(Optional<Side> side) {
    return joined(
        side.map(Side::openings).orElse(List.of()).stream().map(Opening::policy).toList());
  }

  private static String joined(List<ObjectRef> policies) {
    String all =
        policies.stream()
            .map(p -> p.namespace() + "/" + p.name())
            .distinct()
            .collect(Collectors.joining(","));
    return all.isEmpty() ? "-" : all;
  }

  /** A line of answers.tsv. */
  record Row(List<String> fields) {
    static Row of(String line) {
      return new Row(List.of(line.split("\t", -1)));
    }

    String at(int column) {
      return fields.get(column);
    }

    String world() {
      return at(0);
    }

    Question question(NetworkModel model) {
      return new Question(
          end(at(1), model), end(at(2), model), Protocol.valueOf(at(3)), Integer.parseInt(at(4)));
    }

    private static Endpoint end(String text, NetworkModel model) {
      if (text.indexOf('/') < 0) {
        Address address = Address.parse(text).orElseThrow();
        return new Endpoint.OfAddresses(text, AddressSet.of(address), false);
      }
      return model.pods().values().stream()
          .flatMap(List::stream)
          .filter(p -> p.ref().path().equals(text))
          .findFirst()
          .map(Endpoint.OfPod::new)
          .orElseThrow();
    }

    @Override
    public String toString() {
      return String.join(" ", fields.subList(0, 5));
    }
  }
}
