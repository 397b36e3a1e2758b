package dev.zonewright.risk;

import dev.zonewright.analysis.Workload;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.risk.Evidence.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers the evidence of one row and lets the rule give its level. */
final class RowBuilder {
  private final TenantFacts facts;
  private final String id;
  private final String title;
  private final List<Evidence> evidence = new ArrayList<>();

  RowBuilder(TenantFacts facts, String id, String title) {
    this.facts = facts;
    this.id = id;
    this.title = title;
  }

  /** Workloads on the host kernel raise the risk, those in zones answer it. */
  RowBuilder zones(String inZone) {
    for (Workload workload : facts.in(ZoneState.HOST)) {
      evidence.add(at(workload, State.EXPOSURE, workload.name() + " runs on the host kernel"));
    }
    for (Workload workload : facts.in(ZoneState.UNDETERMINED)) {
      evidence.add(
          at(workload, State.UNDETERMINED, "where " + workload.name() + " runs is not known"));
    }
    List<Workload> zoned = facts.in(ZoneState.EDERA);
    if (!zoned.isEmpty()) {
      String names = names(zoned.stream().map(Workload::name).toList());
      evidence.add(at(zoned.getFirst(), State.IN_PLACE, names + " " + inZone));
    }
    return this;
  }

  private Evidence at(Workload workload, State state, String text) {
    return facts.evidence(workload, workload.pod().spec().get("runtimeClassName"), state, text);
  }

  /**
   * Every violated finding of a control is evidence in this state, every undetermined one
   * undetermined.
   */
  RowBuilder finding(String control, State state, String what) {
    evidence.addAll(facts.evidenceOf(control, state, what));
    return unknownFor(control);
  }

  /** The same for a control that is undetermined where no manifest can show the answer. */
  RowBuilder findingOrUnseen(String control, State state, String what, String unseen) {
    facts.violated(control).stream()
        .map(f -> facts.evidence(f, state, TenantFacts.subject(f) + " " + what))
        .forEach(evidence::add);
    facts.undetermined(control).stream()
        .map(f -> facts.evidence(f, State.NOT_VISIBLE, TenantFacts.subject(f) + " " + unseen))
        .forEach(evidence::add);
    return unknownFor(control);
  }

  /** The same, and where there is none, one line that says so. */
  RowBuilder findingOr(String control, State state, String what, String none) {
    int before = evidence.size();
    finding(control, state, what);
    return evidence.size() == before ? line(State.IN_PLACE, none) : this;
  }

  private RowBuilder unknownFor(String control) {
    facts.unknownFor(control).stream().filter(e -> !evidence.contains(e)).forEach(evidence::add);
    return this;
  }

  RowBuilder line(State state, String text) {
    evidence.add(new Evidence(state, text, Optional.empty()));
    return this;
  }

  RiskRow build() {
    if (facts.workloads().isEmpty()) {
      String none = "no workload of this tenant is opened";
      return new RiskRow(
          id,
          title,
          ResidualLevel.NOT_ASSESSED,
          none,
          List.of(new Evidence(State.NOT_ASSESSED, none, Optional.empty())));
    }
    ResidualLevel level = LevelRule.of(evidence);
    return new RiskRow(id, title, level, LevelRule.why(level, evidence), evidence);
  }

  /** Up to three names, then how many more. */
  static String names(List<String> all) {
    int shown = Math.min(all.size(), all.size() == 4 ? 4 : 3);
    String list = String.join(", ", all.subList(0, shown));
    if (all.size() > shown) {
      return list + " and " + (all.size() - shown) + " more";
    }
    int comma = list.lastIndexOf(", ");
    return comma < 0 ? list : list.substring(0, comma) + " and " + list.substring(comma + 2);
  }
}
