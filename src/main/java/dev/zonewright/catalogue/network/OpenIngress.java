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
 * ingress, without a rule that opens everything again.
 */
public final class OpenIngress implements Control.OnTenant {
  private static final ControlInfo INFO =
      Sources.info(
          OpenIngress.class,
          "Open ingress",
          "No NetworkPolicy limits who connects to workloads",
          Severity.MEDIUM);

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(TenantView tenant, Reporter reporter) {
    OpenDirection.check(
        tenant,
        Direction.INGRESS,
        "accepts connections from every pod of every tenant",
        "accept connections from every pod of every tenant",
        fix(tenant),
        "Whoever must connect from outside the namespace, such as an ingress controller or a"
            + " collector of metrics, then needs a rule.",
        reporter);
  }

  private static Fix fix(TenantView tenant) {
    YamlValue own = YamlValue.mapping("podSelector", YamlValue.mapping());
    YamlValue rule = YamlValue.mapping("from", new YamlValue.Items(List.of(own)));
    return Isolation.adding(
        tenant,
        "default-deny-ingress",
        "who connects from outside the namespace is not seen in manifests",
        YamlValue.mapping(
            "podSelector",
            YamlValue.mapping(),
            "policyTypes",
            new YamlValue.Items(List.of(YamlValue.of("Ingress"))),
            "ingress",
            new YamlValue.Items(List.of(rule))));
  }
}
