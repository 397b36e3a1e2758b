package dev.zonewright.checklist;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Verdict;
import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.Evidence.State;
import dev.zonewright.risk.MidSentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gathers the evidence of one item, from which its state follows: violated when something speaks
 * against it; else undetermined when a value that decides is not known; else satisfied when
 * something shows that it holds and nothing that is needed is out of sight; else attested when a
 * person attests it; else undetermined.
 */
final class ItemBuilder {
  private final TenantEvidence facts;
  private final ChecklistItem item;
  private final List<Evidence> evidence = new ArrayList<>();
  private final Set<String> controls = new LinkedHashSet<>();

  ItemBuilder(TenantEvidence facts, ChecklistItem item) {
    this.facts = facts;
    this.item = item;
  }

  /** Every finding of these controls speaks against the item, or leaves it undetermined. */
  ItemBuilder against(String... ids) {
    for (String id : ids) {
      controls.add(id);
      for (LocatedFinding finding : facts.of(id, Verdict.VIOLATED)) {
        evidence.add(TenantEvidence.at(finding, State.EXPOSURE, words(finding.finding())));
      }
      for (LocatedFinding finding : facts.of(id, Verdict.UNDETERMINED)) {
        evidence.add(TenantEvidence.at(finding, State.UNDETERMINED, words(finding.finding())));
      }
    }
    return unknownTo(ids);
  }

  /** A control is silent about a value that is not filled in; that is no pass. */
  ItemBuilder unknownTo(String... ids) {
    for (LocatedFinding finding : facts.unknownFor(ids)) {
      evidence.add(TenantEvidence.at(finding, State.UNDETERMINED, words(finding.finding())));
    }
    return this;
  }

  private static String words(Finding finding) {
    String container = finding.container().isEmpty() ? "" : "/" + finding.container();
    return finding.object().label() + container + ": " + MidSentence.of(finding.message());
  }

  ItemBuilder add(Evidence one) {
    evidence.add(one);
    return this;
  }

  /** Something that stands nowhere. */
  ItemBuilder line(State state, String text) {
    return add(new Evidence(state, text, Optional.empty()));
  }

  /** Whether anything was found so far. */
  boolean isEmpty() {
    return evidence.isEmpty();
  }

  /** Whether something speaks against the item so far. */
  boolean isViolated() {
    return has(State.EXPOSURE) || has(State.MISSING);
  }

  ItemResult build(Attested attested) {
    ItemState found = state();
    evidence.sort(Comparator.comparing(e -> !decides(found, e.state())));
    ItemState state = found;
    if (state == ItemState.UNDETERMINED) {
      Optional<Evidence> said = attested.of(facts.tenant(), item);
      if (said.isPresent()) {
        evidence.addFirst(said.get());
        state = ItemState.ATTESTED;
      }
    }
    return new ItemResult(item, state, evidence, controls);
  }

  private ItemState state() {
    if (isViolated()) {
      return ItemState.VIOLATED;
    }
    boolean open = has(State.UNDETERMINED) || has(State.NOT_VISIBLE) || has(State.NOT_ASSESSED);
    return !open && has(State.IN_PLACE) ? ItemState.SATISFIED : ItemState.UNDETERMINED;
  }

  /** Whether evidence of this kind makes the item what it is: it is told first. */
  private static boolean decides(ItemState item, State one) {
    return switch (item) {
      case VIOLATED -> one == State.EXPOSURE || one == State.MISSING;
      case UNDETERMINED -> one != State.IN_PLACE;
      case SATISFIED, ATTESTED -> true;
    };
  }

  private boolean has(State state) {
    return evidence.stream().anyMatch(e -> e.state() == state);
  }
}
