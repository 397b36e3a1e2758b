package dev.zonewright.catalogue.secret;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Reporter.FindingBuilder;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.secret.SecretMark;
import dev.zonewright.kube.secret.SecretUse;
import dev.zonewright.kube.secret.SharedSecrets;
import dev.zonewright.kube.secret.SharedSecrets.Use;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fields: the values of Secrets, the entries of external stores that objects fill Secrets from, and
 * the names of the Secrets that pods take in. Accepted: what no other tenant holds. Values are
 * compared by digest and never shown. Of two Secrets that are only called the same it is not known
 * whether they hold the same.
 */
public final class SharedSecret implements Control.OnObject {
  private static final int RELATED = 5;

  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(SharedSecret.class),
          Family.SECRET,
          "Shared Secret",
          "Two tenants hold the same secret",
          Severity.HIGH,
          EderaEffect.OPERATOR,
          List.of(
              "Edera security reference architecture: What operators must isolate",
              "Kubernetes: Secrets"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    if (object.namespace().isEmpty()) {
      return;
    }
    for (Map.Entry<SecretMark, YamlPath> held : SecretMark.of(object).entrySet()) {
      List<Use> others = others(held.getKey(), object, reporter);
      if (!others.isEmpty()) {
        report(object, held.getKey(), held.getValue(), others, reporter);
        return;
      }
    }
    Set<String> told = new HashSet<>();
    for (PodView pod : PodViews.of(object)) {
      for (SecretUse use : SecretUse.of(pod)) {
        if (SecretMark.isName(use.name()) && told.add(use.secret())) {
          named(object, use, reporter);
        }
      }
    }
  }

  private static void report(
      KubeObject object, SecretMark mark, YamlPath path, List<Use> others, Reporter reporter) {
    YamlCursor at = object.root().document().cursor().at(path);
    String what =
        switch (mark) {
          case SecretMark.Source(String words) -> words;
          case SecretMark.Value _ -> "The value of " + at.key();
          case SecretMark.Name(String name) -> "Secret " + name;
        };
    related(
            reporter.violated(
                at,
                "%s is held by %s as well: anyone who takes over one tenant can also access the other"
                    .formatted(what, tenants(others, reporter))),
            others,
            "holds the same")
        .guidance(
            "Give each tenant its own credential, from an entry of the store that only this"
                + " tenant can read, and revoke the shared one.");
  }

  /** Told once a tenant, at its first use of the name. */
  private static void named(KubeObject object, SecretUse use, Reporter reporter) {
    if (Tenants.isSystem(tenant(object))) {
      return;
    }
    SecretMark mark = new SecretMark.Name(use.secret());
    List<Use> uses = reporter.ask(new SharedSecrets.Of(mark));
    boolean first =
        uses.stream()
            .anyMatch(
                u -> u.object().equals(ObjectRef.of(object)) && u.path().equals(use.name().path()));
    List<Use> others =
        others(mark, object, reporter).stream().filter(u -> !Tenants.isSystem(u.tenant())).toList();
    if (!first || others.isEmpty()) {
      return;
    }
    related(
            reporter
                .undetermined(
                    use.name(),
                    "%s uses a Secret of the same name: whether both hold the same credential is not known"
                        .formatted(tenants(others, reporter)))
                .settled(Severity.LOW),
            others,
            "names a Secret of the same name")
        .guidance("Open what fills the Secret %s of each tenant.".formatted(use.secret()));
  }

  private static FindingBuilder related(FindingBuilder finding, List<Use> others, String role) {
    FindingBuilder out = finding;
    for (Use use : others.subList(0, Math.min(RELATED, others.size()))) {
      out = out.related(use.object(), use.path(), role);
    }
    return out;
  }

  private static List<Use> others(SecretMark mark, KubeObject object, Reporter reporter) {
    return reporter.ask(new SharedSecrets.Of(mark)).stream()
        .filter(u -> !reporter.profile().isOneTenant(u.tenant(), tenant(object)))
        .toList();
  }

  private static String tenants(List<Use> others, Reporter reporter) {
    List<String> names =
        others.stream()
            .map(u -> reporter.profile().tenantOf(u.tenant()))
            .distinct()
            .sorted()
            .toList();
    String more = names.size() > RELATED ? " and %d more".formatted(names.size() - RELATED) : "";
    return names.stream().limit(RELATED).collect(Collectors.joining(", ")) + more;
  }

  private static String tenant(KubeObject object) {
    return object.tenant().orElse(Tenants.DEFAULT);
  }
}
