package dev.zonewright.catalogue.tenancy;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Reporter.FindingBuilder;
import dev.zonewright.control.Severity;
import dev.zonewright.control.TenantView;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.placement.CoTenants;
import dev.zonewright.kube.placement.CoTenants.Meeting;
import dev.zonewright.kube.placement.OpenNodes;
import dev.zonewright.yaml.YamlPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the workloads of two tenants demand of nodes. Accepted: demands that exclude each other. A
 * note: whether tenants may share nodes is the reviewer's to decide.
 */
public final class SharedNodePool implements Control.OnTenant {
  private static final String ROLE = "runs on the same nodes";

  private static final ControlInfo INFO =
      Sources.info(
          SharedNodePool.class,
          "Shared node pool",
          "Workloads of two tenants can run on the same node",
          Severity.NOTE,
          EderaEffect.OPERATOR,
          "Edera security reference architecture: Residual cross-tenant risks",
          "Kubernetes: Assigning Pods to Nodes");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(TenantView tenant, Reporter reporter) {
    if (Sources.isSystem(tenant)) {
      return;
    }
    CoTenants.Meetings meetings =
        reporter.ask(new CoTenants(tenant.name(), reporter.profile().besides(tenant.name())));
    if (meetings.first().isEmpty()) {
      return;
    }
    String names =
        meetings.first().stream()
            .map(m -> reporter.profile().tenantOf(m.tenant()))
            .distinct()
            .collect(Collectors.joining(", "));
    int left = meetings.count() - meetings.first().size();
    String more = left > 0 ? " and %d more".formatted(left) : "";
    Meeting first = meetings.first().getFirst();
    FindingBuilder finding =
        reporter.violated(
            tenant.at(),
            "Can share nodes with %s%s: no node requirement of %s or of %s of %s excludes the other"
                .formatted(
                    names, more, first.own().label(), first.theirs().label(), first.tenant()));
    relate(meetings.first(), finding)
        .guidance(
            "Where tenants must not share hardware, give each its own nodes: a nodeSelector or"
                + " required affinity on both sides, and taints on the nodes."
                + (reporter.ask(new OpenNodes()).isEmpty()
                    ? " Open the Node objects too: the taints that may keep them apart are not"
                        + " known."
                    : ""));
  }

  /** A workload of the tenant, then those of others that it can meet; and so on. */
  private static FindingBuilder relate(List<Meeting> meetings, FindingBuilder finding) {
    FindingBuilder out = finding;
    Optional<ObjectRef> own = Optional.empty();
    for (Meeting meeting : meetings) {
      if (!own.equals(Optional.of(meeting.own()))) {
        own = Optional.of(meeting.own());
        out = out.related(meeting.own(), YamlPath.ROOT, ROLE);
      }
      out = out.related(meeting.theirs(), YamlPath.ROOT, ROLE);
    }
    return out;
  }
}
