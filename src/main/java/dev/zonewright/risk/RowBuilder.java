package dev.zonewright.risk;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.Workload;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.risk.Evidence.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Gathers the evidence of one row and lets the rule give its level. */
final class RowBuilder {
  private final TenantFacts facts;
  private final String id;
  private final String title;
  private final List<Evidence> evidence = new ArrayList<>();

  RowBuilder(TenantFacts facts, String id) {
    this.facts = facts;
    this.id = id;
    title = RowTitles.of(id);
  }

  /** Workloads on the host kernel raise the risk, those in zones answer it. */
  RowBuilder zones(String inZone) {
    for (Workload workload : facts.in(ZoneState.HOST)) {
      evidence.add(
          at(workload, State.EXPOSURE, workload.called() + " runs on the host kernel")
              .of(Controls.MISSING_EDERA_RUNTIME));
    }
    for (Workload workload : facts.in(ZoneState.UNDETERMINED)) {
      evidence.add(
          at(workload, State.UNDETERMINED, "where " + workload.called() + " runs is not known"));
    }
    for (Workload workload : facts.in(ZoneState.EDERA)) {
      evidence.add(at(workload, State.IN_PLACE, workload.called() + " " + inZone));
    }
    return this;
  }

  /** What the platform opens of the tenant's nodes raises the tenant's risk too. */
  RowBuilder platform(Function<PlatformExposures.Exposure, Optional<Evidence>> what) {
    facts.platformExposures().stream().flatMap(e -> what.apply(e).stream()).forEach(evidence::add);
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

  /** Findings of a control in its own words. */
  RowBuilder said(String control, State state) {
    return saidOf(facts, control, state);
  }

  /** The same of other facts: an agent's row rests on what its tenant lacks, too. */
  RowBuilder saidOf(TenantFacts of, String control, State state) {
    for (LocatedFinding finding : of.violated(control)) {
      evidence.add(of.evidence(finding, state, words(finding)));
    }
    for (LocatedFinding finding : of.undetermined(control)) {
      evidence.add(of.evidence(finding, State.UNDETERMINED, words(finding)));
    }
    return unknownFor(control);
  }

  /**
   * What bounds a tenant as a whole. That the number of objects is not bounded takes nothing of the
   * nodes that another tenant has, and is left out.
   */
  RowBuilder quota(TenantFacts of) {
    for (LocatedFinding finding : of.violated(Controls.MISSING_QUOTA)) {
      if (finding.finding().severity() != Severity.LOW) {
        evidence.add(of.evidence(finding, State.MISSING, words(finding)));
      }
    }
    for (LocatedFinding finding : of.undetermined(Controls.MISSING_QUOTA)) {
      evidence.add(of.evidence(finding, State.UNDETERMINED, words(finding)));
    }
    return unknownFor(Controls.MISSING_QUOTA)
        .unasked(of, "no quota is asked of a namespace of Kubernetes itself");
  }

  /** What is said in place of a tick where the control asks nothing of Kubernetes itself. */
  RowBuilder unasked(String text) {
    return unasked(facts, text);
  }

  private RowBuilder unasked(TenantFacts of, String text) {
    return of.isSystem() ? line(State.NOT_VISIBLE, text) : this;
  }

  /** What the finding says first, with the container that it is about. */
  private static String words(LocatedFinding finding) {
    String message = finding.finding().message();
    int more = message.indexOf(": ");
    String clause = MidSentence.of(more < 0 ? message : message.substring(0, more));
    return finding.finding().container().isEmpty()
        ? clause
        : TenantFacts.subject(finding) + ": " + clause;
  }

  /** One line where nothing was found so far. */
  RowBuilder orLine(State state, String text) {
    return evidence.isEmpty() ? line(state, text) : this;
  }

  /** What accounts of the tenant may do that they should not; nothing where no role is opened. */
  RowBuilder powers() {
    List<LocatedFinding> powers = facts.powers();
    for (LocatedFinding finding : powers) {
      evidence.add(facts.evidence(finding, State.EXPOSURE, words(finding)));
    }
    if (!powers.isEmpty()) {
      return this;
    }
    return facts.rolesOpened()
        ? line(State.IN_PLACE, "no opened role gives its accounts more than they should have")
        : line(
            State.UNDETERMINED,
            "no role or binding is opened: what its accounts may do is not known");
  }

  /** What the Namespace shows of admission. */
  RowBuilder admission() {
    boolean missing = !facts.violated(Controls.UNENFORCED_POD_SECURITY).isEmpty();
    if (missing) {
      return this;
    }
    if (facts.isSystem()) {
      return unasked("no Pod Security level is asked of a namespace of Kubernetes itself");
    }
    return facts.namespaceOpened()
        ? line(State.IN_PLACE, "admission refuses such pods in the namespace")
        : line(
            State.NOT_VISIBLE,
            "the Namespace is not opened: whether admission refuses such pods is not known");
  }

  private RowBuilder unknownFor(String control) {
    List<Evidence> unknown = facts.unknownFor(control);
    if (!unknown.isEmpty()) {
      Set<Evidence> known = new HashSet<>(evidence);
      unknown.stream().filter(known::add).forEach(evidence::add);
    }
    return this;
  }

  RowBuilder lines(List<Evidence> more) {
    evidence.addAll(more);
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
    int unread = facts.cluster().unread();
    if (unread > 0 && LevelRule.of(evidence) == ResidualLevel.CONTROLLED) {
      line(State.UNDETERMINED, unread(unread));
    }
    ResidualLevel level = LevelRule.of(evidence);
    return new RiskRow(id, title, level, LevelRule.why(level, evidence), evidence);
  }

  /** That every mitigation is in place can be said only of what was read. */
  private static String unread(int documents) {
    return documents == 1
        ? "a document that could not be read may hold anything"
        : String.format(
            Locale.ROOT, "%,d documents that could not be read may hold anything", documents);
  }

  /** Up to three names, then how many more. */
  static String names(List<String> all) {
    int shown = Math.min(all.size(), all.size() == 4 ? 4 : 3);
    String list = String.join(", ", all.subList(0, shown));
    if (all.size() > shown) {
      return String.format(Locale.ROOT, "%s and %,d more", list, all.size() - shown);
    }
    int comma = list.lastIndexOf(", ");
    return comma < 0 ? list : list.substring(0, comma) + " and " + list.substring(comma + 2);
  }
}
