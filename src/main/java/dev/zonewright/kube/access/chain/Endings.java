package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.Powers;
import dev.zonewright.kube.access.Rights;
import dev.zonewright.kube.access.Share;
import dev.zonewright.kube.valid.Standing;
import dev.zonewright.text.Sentences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where what somebody has leads to a power, or nearly does. */
final class Endings {
  private final Map<String, List<KubeObject>> byKind;
  private final Map<String, Optional<HostPathRestraint>> restraints = new HashMap<>();
  private final Map<String, Hop> admitted = new HashMap<>();

  /**
   * The last hops of a chain.
   *
   * @param first the right that it begins with
   * @param because why it is undetermined, or what is missing
   */
  record Ending(Chain.Outcome outcome, Powers.Held first, List<Hop> hops, String because) {
    Ending {
      hops = List.copyOf(hops);
    }

    long cost() {
      return hops.size() + (outcome == Chain.Outcome.UNDETERMINED ? Ways.UNSURE : 0);
    }
  }

  Endings(Map<String, List<KubeObject>> byKind) {
    this.byKind = byKind;
  }

  /** All that there are for a power. */
  List<Ending> of(Means has, Power power) {
    List<Ending> out = new ArrayList<>();
    for (Powers.Held one : has.held()) {
      // who may do everything in a namespace has the powers that there are in it one by one
      boolean all = one.power() == Power.EVERYTHING && one.namespace().isEmpty();
      if (one.power() == power || all) {
        out.add(
            one.share().isPart()
                ? new Ending(Chain.Outcome.NONE, one, List.of(), ChainHops.half(one))
                : end(power, has.rights(), ChainHops.grant(one), one.namespace(), one));
      }
    }
    for (Escalation way : has.escalations()) {
      if (way.gives(power)) {
        Powers.Held first = way.grants().getFirst();
        out.add(end(power, has.rights(), ChainHops.escalated(way), way.namespace(), first));
      }
    }
    return out;
  }

  private Ending end(Power power, Rights rights, List<Hop> by, String namespace, Powers.Held held) {
    List<Hop> hops = new ArrayList<>(by);
    boolean inPod = power == Power.CREATE_PODS && held.isContainerInPod();
    if (power == Power.CREATE_PODS) {
      // what looks for a hostPath lets a privileged container pass; a level refuses both
      Optional<HostPathRestraint> restraint =
          restraint(namespace).filter(r -> !inPod || r.by().kind().equals("Namespace"));
      List<Hop> round =
          restraint
              .filter(_ -> !inPod)
              .map(r -> VolumeWay.round(r, rights, namespace, this::objects))
              .orElse(List.of());
      if (!round.isEmpty()) {
        hops.addAll(round);
      } else if (restraint.isEmpty()) {
        hops.add(
            admitted.computeIfAbsent(
                namespace + "/" + inPod,
                _ -> ChainHops.admitted(namespace, objects("Namespace"), inPod)));
      } else if (changes(rights, restraint.get())) {
        hops.add(ChainHops.changed(restraint.get()));
      } else {
        hops.add(ChainHops.refused(restraint.get()));
        return new Ending(Chain.Outcome.STOPPED, held, hops, "");
      }
    }
    String words = inPod ? "may reach a node from a privileged container" : power.words();
    hops.add(Hop.said(Hop.Kind.POWER, Sentences.begin(words), ""));
    return held.share().kind() == Share.Kind.UNSURE
        ? new Ending(Chain.Outcome.UNDETERMINED, held, hops, held.share().words())
        : new Ending(Chain.Outcome.REACHES, held, hops, "");
  }

  /** Whether somebody may take away what refuses them. */
  private static boolean changes(Rights ask, HostPathRestraint restraint) {
    ObjectRef by = restraint.by();
    boolean label = by.kind().equals("Namespace");
    String resource =
        switch (by.kind()) {
          case "Namespace" -> "namespaces";
          case "ClusterPolicy" -> "clusterpolicies";
          case "ValidatingPolicy" -> "validatingpolicies";
          case "ValidatingAdmissionPolicy" -> "validatingadmissionpolicies";
          // Gatekeeper calls the resource of a constraint like its kind
          default -> by.kind().toLowerCase(Locale.ROOT);
        };
    // who deletes a namespace loses what is in it
    List<String> verbs = label ? List.of("update", "patch") : List.of("update", "patch", "delete");
    return ask.any(
            Power.CHANGE_ADMISSION, verbs, by.group(), resource, by.name(), label ? by.name() : "")
        .isPresent();
  }

  private Optional<HostPathRestraint> restraint(String namespace) {
    return restraints.computeIfAbsent(
        namespace, name -> HostPathRestraint.of(name, this::namespace, this::objects));
  }

  private Optional<KubeObject> namespace(String name) {
    return Standing.of(
        objects("Namespace").stream().filter(n -> n.group().isEmpty() && n.name().equals(name)));
  }

  private List<KubeObject> objects(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }
}
