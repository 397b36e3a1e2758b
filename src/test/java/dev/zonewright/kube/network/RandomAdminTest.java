package dev.zonewright.kube.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.network.NaiveAdmin.Act;
import dev.zonewright.kube.network.NaiveAdmin.Admin;
import dev.zonewright.kube.network.NaiveAdmin.Group;
import dev.zonewright.kube.network.NaiveAdmin.On;
import dev.zonewright.kube.network.NaiveAdmin.Ruled;
import dev.zonewright.kube.network.NaiveNetwork.End;
import dev.zonewright.kube.network.NaiveNetwork.World;
import dev.zonewright.kube.network.address.Cidr;
import dev.zonewright.kube.network.policy.Protocol;
import dev.zonewright.kube.network.policy.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Random worlds with policies of administrators, answered by engine and {@link NaiveAdmin}. */
class RandomAdminTest {
  private static final Readings READINGS =
      new Readings(
          false,
          false,
          true,
          List.of(Cidr.parse("10.0.0.0/16").orElseThrow()),
          List.of(Cidr.parse("192.168.0.0/16").orElseThrow()),
          List.of());

  @Test
  void theEngineAnswersAsTheDocumentationDoes() {
    int asked = 0;
    int denied = 0;
    for (long seed = 1; seed <= 80; seed++) {
      Ruled ruled = ruled(new RandomNetwork(seed));
      NetworkModel model = OracleTest.model(ruled.yaml());
      Reachability reachability = new Reachability(model, READINGS);
      for (End from : ruled.world().ends()) {
        for (End to : ruled.world().ends()) {
          for (String protocol : List.of("TCP", "UDP", "SCTP")) {
            for (int port : List.of(53, 80, 8080, 9000)) {
              Question question =
                  new Question(
                      RandomWorldsTest.end(from, model),
                      RandomWorldsTest.end(to, model),
                      Protocol.valueOf(protocol),
                      port);
              boolean expected = ruled.allows(from, to, protocol, port);
              asked++;
              denied += expected ? 0 : 1;
              assertThat(reachability.answer(question).outcome())
                  .as("seed %d: %s to %s %s %d", seed, from, to, protocol, port)
                  .isEqualTo(expected ? Answer.Outcome.ALLOWED : Answer.Outcome.DENIED);
            }
          }
        }
      }
    }
    assertThat(asked).isGreaterThan(60_000);
    assertThat(denied).isBetween(10_000, 70_000);
  }

  private static Ruled ruled(RandomNetwork random) {
    World world = random.world();
    boolean cluster = random.once(2);
    List<Admin> admins = new ArrayList<>();
    List<Integer> priorities = List.of(7, 100, 0, 50);
    for (int i = 0; i < priorities.size(); i++) {
      // of the older baseline there is one at most
      boolean baseline = i == 3 || (cluster && random.once(3));
      if (!random.once(4)) {
        admins.add(
            new Admin(
                cluster,
                baseline,
                priorities.get(i),
                pods(random),
                rules(random, true, baseline && !cluster),
                rules(random, false, baseline && !cluster)));
      }
    }
    return new Ruled(world, admins);
  }

  private static List<Act> rules(RandomNetwork random, boolean egress, boolean noPass) {
    List<String> actions =
        noPass ? List.of("Allow", "Deny") : List.of("Allow", "Deny", "Deny", "Pass");
    List<Act> out = new ArrayList<>();
    for (int i = random.one(List.of(0, 1, 2, 3)); i > 0; i--) {
      List<Group> peers = new ArrayList<>(List.of(peer(random, egress)));
      if (random.once(3)) {
        peers.add(peer(random, egress));
      }
      // only pods have named ports, so that a server refuses them beside other peers
      boolean pods = peers.stream().noneMatch(p -> p.nodes() || !p.networks().isEmpty());
      out.add(new Act(random.one(actions), peers, ports(random, pods)));
    }
    return out;
  }

  private static List<On> ports(RandomNetwork random, boolean named) {
    if (random.once(2)) {
      return List.of();
    }
    if (named && random.once(4)) {
      return List.of(new On("web", "", 0, 0));
    }
    int port = random.one(RandomNetwork.PORTS);
    String protocol = random.one(List.of("TCP", "UDP", "SCTP"));
    return List.of(new On("", protocol, port, port + random.one(List.of(0, 0, 1000))));
  }

  private static Group peer(RandomNetwork random, boolean egress) {
    if (egress && random.once(3)) {
      List<String> networks = List.of(random.one(RandomNetwork.BLOCKS));
      return new Group(Optional.empty(), Optional.empty(), networks, false);
    }
    return egress && random.once(6)
        ? new Group(Optional.empty(), Optional.empty(), List.of(), true)
        : pods(random);
  }

  private static Group pods(RandomNetwork random) {
    return new Group(
        Optional.of(random.selector(true)),
        random.once(2) ? Optional.of(random.selector(false)) : Optional.empty(),
        List.of(),
        false);
  }
}
