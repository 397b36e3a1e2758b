package dev.zonewright.catalogue.network;

import dev.zonewright.control.Fix;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.network.address.AddressSet;
import dev.zonewright.kube.network.address.Cidr;
import dev.zonewright.kube.network.policy.Direction;
import dev.zonewright.kube.network.policy.Peer;
import dev.zonewright.kube.network.policy.Policy;
import dev.zonewright.kube.network.policy.Rule;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.edit.YamlEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ways to narrow a rule, so that it opens less and nothing new. */
final class RuleFixes {
  private RuleFixes() {}

  /** What is added to the {@code except} of a peer. */
  private record More(YamlPath except, List<Cidr> blocks) {}

  /**
   * Leaves ranges out of the blocks of a rule; empty when a block lies within one of them, so that
   * nothing would be left of it.
   *
   * @param what the ranges are, in words
   */
  static Optional<Fix> except(Rule rule, List<Cidr> ranges, AddressSet unwanted, String what) {
    List<More> all = new ArrayList<>();
    for (Peer peer : rule.peers()) {
      if (!(peer instanceof Peer.Block block) || !block.addresses().meets(unwanted)) {
        continue;
      }
      AddressSet left = block.addresses();
      List<Cidr> more = new ArrayList<>();
      for (Cidr range : ranges) {
        boolean inside = block.block().contains(range) && !range.contains(block.block());
        if (inside && left.meets(AddressSet.of(range))) {
          more.add(range);
          left = left.minus(AddressSet.of(range));
        }
      }
      if (left.meets(unwanted)) {
        return Optional.empty();
      }
      all.add(new More(peer.path().key("ipBlock").key("except"), more));
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Fix.review(
                "Leave %s out of rule %d".formatted(what, rule.number()),
                "what must be reached at these addresses needs its own rule",
                editor -> all.forEach(more -> add(more, editor))));
  }

  private static void add(More more, YamlEditor editor) {
    for (Cidr block : more.blocks()) {
      editor.addItem(more.except(), YamlValue.of(block.toString()));
    }
  }

  /** Limits a rule without ports to one that services use; empty for a rule that has ports. */
  static Optional<Fix> ports(Rule rule) {
    return rule.ports().isEmpty()
        ? Optional.of(
            Fix.review(
                "Limit rule %d to TCP 443".formatted(rule.number()),
                "Whether the workload uses other ports is not visible in manifests",
                editor ->
                    editor.set(
                        rule.path().key("ports"),
                        new YamlValue.Items(
                            List.of(
                                YamlValue.mapping(
                                    "protocol", YamlValue.of("TCP"),
                                    "port", YamlValue.of(443)))))))
        : Optional.empty();
  }

  /** Takes peers out of an egress rule; without any other peer the rule goes, as none means all. */
  static Fix without(KubeObject object, Policy policy, Rule rule, List<Peer> peers) {
    if (peers.size() < rule.peers().size()) {
      return Fix.review(
          "Remove the wide range from rule %d".formatted(rule.number()),
          "what must be reached outside needs its own rule",
          editor -> peers.reversed().forEach(peer -> editor.remove(peer.path())));
    }
    YamlPath types = object.root().path().key("spec").key("policyTypes");
    boolean written = object.root().get("spec", "policyTypes").items().size() > 0;
    boolean last = policy.rules(Direction.EGRESS).size() == 1;
    return Fix.review(
        "Remove rule %d".formatted(rule.number()),
        "what must be reached outside needs its own rule",
        editor -> {
          editor.remove(rule.path());
          if (last && !written) {
            // without rules, egress is isolated only where it is named
            editor.set(types, YamlValue.strings("Ingress", "Egress"));
          }
        });
  }
}
