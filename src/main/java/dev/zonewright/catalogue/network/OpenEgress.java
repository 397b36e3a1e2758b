package dev.zonewright.catalogue.network;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.control.TenantView;
import dev.zonewright.kube.network.policy.Direction;
import dev.zonewright.yaml.YamlValue;
import java.util.List;

/**
 * Objects: the NetworkPolicies of a tenant. Accepted: for each of its workloads one that isolates
 * egress, without a rule that opens everything again.
 */
public final class OpenEgress implements Control.OnTenant {
  private static final ControlInfo INFO =
      Sources.info(
          OpenEgress.class,
          "Open egress",
          "No NetworkPolicy limits what workloads connect to",
          Severity.HIGH);

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(TenantView tenant, Reporter reporter) {
    OpenDirection.check(
        tenant,
        Direction.EGRESS,
        "connects to everything: other tenants, the internet, the ports of nodes, the metadata"
            + " service",
        "connect to everything: other tenants, the internet, the ports of nodes, the metadata"
            + " service",
        fix(tenant),
        "Every destination that is needed beyond DNS and the own namespace, the API server"
            + " included, then needs a rule. DNS by NodeLocal DNSCache needs one for its address.",
        reporter);
  }

  private static Fix fix(TenantView tenant) {
    YamlValue.Mapping dns =
        YamlValue.mapping(
            "namespaceSelector",
            YamlValue.mapping(
                "matchLabels",
                YamlValue.mapping("kubernetes.io/metadata.name", YamlValue.of("kube-system"))),
            "podSelector",
            YamlValue.mapping(
                "matchLabels", YamlValue.mapping("k8s-app", YamlValue.of("kube-dns"))));
    return Isolation.adding(
        tenant,
        "default-deny-egress",
        "what the workloads connect to outside their namespace is not seen in manifests",
        YamlValue.mapping(
            "podSelector",
            YamlValue.mapping(),
            "policyTypes",
            items(YamlValue.of("Egress")),
            "egress",
            items(
                YamlValue.mapping("to", items(dns), "ports", items(port("UDP"), port("TCP"))),
                YamlValue.mapping(
                    "to", items(YamlValue.mapping("podSelector", YamlValue.mapping()))))));
  }

  private static YamlValue port(String protocol) {
    return YamlValue.mapping("protocol", YamlValue.of(protocol), "port", YamlValue.of(53));
  }

  private static YamlValue.Items items(YamlValue... values) {
    return new YamlValue.Items(List.of(values));
  }
}
