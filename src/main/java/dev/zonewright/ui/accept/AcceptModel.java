package dev.zonewright.ui.accept;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Control;
import dev.zonewright.control.Family;
import dev.zonewright.control.Profile;
import dev.zonewright.review.FindingValues;
import dev.zonewright.review.Reviewed;
import dev.zonewright.review.RiskException;
import dev.zonewright.review.edit.NewEntry;
import dev.zonewright.review.edit.ScopeChoice;
import dev.zonewright.text.NaturalOrder;
import dev.zonewright.ui.review.ReviewFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Accepting a finding: what it covers, why, who answers for it, until when. */
public final class AcceptModel extends EntryModel {
  private static final int USUAL_DAYS = 90;
  // a literal credential is never written down a second time
  private static final Set<Family> NO_VALUES = Set.of(Family.SECRET);

  private final LocatedFinding finding;
  private final ReviewFacts facts;
  private final List<ScopeChoice> scopes;
  private final Optional<String> value;
  private final Optional<String> comment;
  private final ObjectProperty<ScopeChoice> scope;
  private final BooleanProperty onlyValue = new SimpleBooleanProperty();
  private final StringProperty reason = new SimpleStringProperty("");
  private final StringProperty owner = new SimpleStringProperty("");

  private AcceptModel(LocatedFinding finding, boolean ofTenant, ReviewFacts facts, String newName) {
    super(facts, newName);
    this.finding = finding;
    this.facts = facts;
    scopes = ScopeChoice.of(finding, ofTenant, facts.analysis());
    scope = new SimpleObjectProperty<>(scopes.getFirst());
    value = value(finding, scopes.getFirst(), facts);
    onlyValue.set(value.isPresent());
    comment = comment(finding, facts);
    comment.ifPresent(reason::set);
    expiresProperty().set(facts.today().plusDays(Math.min(USUAL_DAYS, longest())).toString());
    owner.set(owners().size() == 1 ? owners().getFirst() : "");
    scope.addListener((_, _, _) -> refresh());
    onlyValue.addListener((_, _, _) -> refresh());
    reason.addListener((_, _, _) -> refresh());
    owner.addListener((_, _, _) -> refresh());
    refresh();
  }

  /**
   * For a finding; empty for one that no exception can be about.
   *
   * @param controls of the catalogue
   * @param newName where a review file goes if there is none yet
   */
  public static Optional<AcceptModel> of(
      LocatedFinding finding, Collection<Control> controls, ReviewFacts facts, String newName) {
    boolean ofReview = finding.finding().control().family() == Family.REVIEW;
    boolean ofTenant =
        controls.stream()
            .filter(Control.OnTenant.class::isInstance)
            .anyMatch(c -> c.info().id().equals(finding.finding().control().id()));
    boolean none = ScopeChoice.of(finding, ofTenant, facts.analysis()).isEmpty();
    return ofReview || none
        ? Optional.empty()
        : Optional.of(new AcceptModel(finding, ofTenant, facts, newName));
  }

  // where an object has several findings of the control, the exception says which
  private static Optional<String> value(
      LocatedFinding at, ScopeChoice narrowest, ReviewFacts facts) {
    long alike =
        facts.analysis().findings().stream()
            .filter(f -> f.finding().control().id().equals(at.finding().control().id()))
            .filter(narrowest.scope()::covers)
            .count();
    if (alike < 2 || NO_VALUES.contains(at.finding().control().family())) {
      return Optional.empty();
    }
    return new FindingValues(facts.analysis())
        .of(at).stream().findFirst().filter(EntryModel::isHarmless);
  }

  /** The comment behind the line that is marked, as a reason that somebody wrote already. */
  private static Optional<String> comment(LocatedFinding at, ReviewFacts facts) {
    return NO_VALUES.contains(at.finding().control().family())
        ? Optional.empty()
        : facts
            .analysis()
            .manifest(at.file())
            .flatMap(m -> LineComment.on(m.stream().text(), at.start().line()))
            .filter(EntryModel::isHarmless);
  }

  @Override
  NewEntry entry(LocalDate until) {
    boolean narrow = scope.get().scope().isOfObject();
    return new NewEntry.AcceptedRisk(
        finding.finding().control().id(),
        scope.get().scope(),
        value.filter(_ -> onlyValue.get() && narrow),
        filled(reason.get()),
        filled(owner.get()),
        until,
        today());
  }

  @Override
  List<String> missing() {
    List<String> out = new ArrayList<>();
    if (reason.get().isBlank()) {
      out.add("a reason");
    }
    if (owner.get().isBlank()) {
      out.add("an owner");
    }
    return out;
  }

  @Override
  String action(String until) {
    return "Accept until " + until;
  }

  @Override
  int longest() {
    return Profile.EDERA_REFERENCE.exceptionDays();
  }

  /** Owners that the file names already. */
  List<String> owners() {
    return facts
        .review()
        .map(Reviewed::file)
        .map(f ->
            f.exceptions().stream()
                .map(RiskException::owner)
                .filter(EntryModel::isHarmless)
                .distinct()
                .sorted(NaturalOrder.NAMES)
                .toList())
        .orElse(List.of());
  }

  /** What follows, in words: counts change, no level does. */
  List<String> consequences() {
    String tenant = finding.finding().tenant().orElse("");
    List<LocatedFinding> all =
        facts.analysis().findings().stream()
            .filter(f -> f.finding().tenant().orElse("").equals(tenant))
            .toList();
    long accepted = all.stream().filter(f -> f.accepted().isPresent()).count();
    long more =
        all.stream()
            .filter(f -> f.accepted().isEmpty())
            .filter(f -> f.finding().control().id().equals(finding.finding().control().id()))
            .filter(scope.get().scope()::covers)
            .filter(f -> !isNarrowed() || f.fingerprint().equals(finding.fingerprint()))
            .count();
    long open = all.size() - accepted;
    String who = tenant.isEmpty() ? "The cluster" : tenant;
    return List.of(
        "%s: findings from %,d to %,d, accepted from %,d to %,d"
            .formatted(who, open, open - more, accepted, accepted + more),
        "No level changes: an accepted risk still exists");
  }

  private boolean isNarrowed() {
    return value.isPresent() && onlyValue.get() && scope.get().scope().isOfObject();
  }

  LocatedFinding finding() {
    return finding;
  }

  List<ScopeChoice> scopes() {
    return scopes;
  }

  /** The value that tells the finding from others of the same object; empty where none does. */
  Optional<String> value() {
    return value;
  }

  /** The comment that was taken as the reason. */
  Optional<String> comment() {
    return comment;
  }

  ObjectProperty<ScopeChoice> scopeProperty() {
    return scope;
  }

  BooleanProperty onlyValueProperty() {
    return onlyValue;
  }

  StringProperty reasonProperty() {
    return reason;
  }

  StringProperty ownerProperty() {
    return owner;
  }
}
