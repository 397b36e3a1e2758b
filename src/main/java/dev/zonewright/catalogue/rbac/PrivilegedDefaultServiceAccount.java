package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.access.AccessBinding;
import dev.zonewright.kube.access.Identity;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Field: {@code subjects} of a binding. Accepted: neither a {@code default} account nor a group
 * that holds every account; groups may have the roles by which a client finds out about the API.
 */
public final class PrivilegedDefaultServiceAccount implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          PrivilegedDefaultServiceAccount.class,
          "Default account with rights",
          "A binding gives rights to an account or group that pods have by default",
          Severity.HIGH);

  /** Roles that a fresh cluster gives to everybody. */
  private static final Set<String> HARMLESS =
      Set.of(
          "system:basic-user",
          "system:discovery",
          "system:public-info-viewer",
          "system:service-account-issuer-discovery");

  private static final String DEFAULT = "default";

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    Holders.binding(object)
        .filter(b -> !HARMLESS.contains(b.role().name()))
        .ifPresent(binding -> subjects(object, binding, reporter));
  }

  private static void subjects(KubeObject object, AccessBinding binding, Reporter reporter) {
    List<YamlCursor> items = object.root().get("subjects").items();
    List<Holder> holders = Holders.of(object, binding).list();
    for (int i = 0; i < holders.size(); i++) {
      Holder holder = holders.get(i);
      String who = who(holder);
      if (!who.isEmpty() && holder.kind() != Holder.Kind.PLATFORM) {
        reporter
            .violated(
                items.get(i),
                "%s has the rights of %s: %s"
                    .formatted(holder.subject().label(), binding.role().label(), who))
            .gaining(holder.namespace().stream().collect(Collectors.toSet()))
            .fix(remove(holder, object.root().get("subjects").path(), items.size()))
            .guidance("Give the workload that needs the rights its own account, and bind that.");
      }
    }
  }

  private static String who(Holder holder) {
    String name = holder.subject().name();
    return switch (holder.subject().kind()) {
      case "ServiceAccount" ->
          name.equals(DEFAULT) ? "every pod there that names no account runs as it" : "";
      case "User" ->
          name.startsWith(Identity.ACCOUNT) && name.endsWith(":" + DEFAULT)
              ? "every pod there that names no account runs as it"
              : anyone(holder);
      default -> anyone(holder);
    };
  }

  private static String anyone(Holder holder) {
    boolean all = holder.kind() == Holder.Kind.EVERYBODY;
    if (!all) {
      return "";
    }
    return holder.subject().kind().equals("User")
        ? "anyone who reaches the API without an account gets them automatically"
        : "every account in it gets them automatically";
  }

  private static Fix remove(Holder holder, YamlPath subjects, int all) {
    return Fix.review(
        "Remove " + holder.subject().label() + " from the binding",
        "whether a workload uses these rights is not visible in manifests",
        editor -> editor.remove(all == 1 ? subjects : holder.subject().path()));
  }
}
