package dev.zonewright.ui.accept;

import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.review.Attestation;
import dev.zonewright.review.Reviewed;
import dev.zonewright.review.edit.NewEntry;
import dev.zonewright.text.NaturalOrder;
import dev.zonewright.ui.review.ReviewFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Attesting an item of the checklist: for whom, by whom, how they know, until when. */
public final class AttestModel extends EntryModel {
  private final ChecklistItem item;
  private final String tenant;
  private final ReviewFacts facts;
  private final BooleanProperty forAll = new SimpleBooleanProperty(true);
  private final StringProperty by = new SimpleStringProperty("");
  private final StringProperty note = new SimpleStringProperty("");

  /**
   * For an item.
   *
   * @param tenant whose checklist it was asked from
   * @param newName where a review file goes if there is none yet
   */
  public AttestModel(ChecklistItem item, String tenant, ReviewFacts facts, String newName) {
    super(facts, newName);
    this.item = item;
    this.tenant = tenant;
    this.facts = facts;
    expiresProperty().set(facts.today().plusDays(Attestation.DAYS).toString());
    by.set(people().size() == 1 ? people().getFirst() : "");
    forAll.addListener((_, _, _) -> refresh());
    by.addListener((_, _, _) -> refresh());
    note.addListener((_, _, _) -> refresh());
    refresh();
  }

  @Override
  NewEntry entry(LocalDate until) {
    boolean usual = until.equals(today().plusDays(Attestation.DAYS));
    return new NewEntry.Attested(
        item.id(),
        forAll.get() ? Optional.empty() : Optional.of(tenant),
        filled(by.get()),
        today(),
        filled(note.get()),
        usual ? Optional.empty() : Optional.of(until));
  }

  @Override
  List<String> missing() {
    List<String> out = new ArrayList<>();
    if (by.get().isBlank()) {
      out.add("who attests");
    }
    if (note.get().isBlank()) {
      out.add("how they know");
    }
    return out;
  }

  @Override
  String action(String until) {
    return "Attest until " + until;
  }

  @Override
  int longest() {
    return Attestation.DAYS;
  }

  /** People that the file names already. */
  List<String> people() {
    return facts
        .review()
        .map(Reviewed::file)
        .map(f ->
            f.attestations().stream()
                .map(Attestation::by)
                .filter(EntryModel::isHarmless)
                .distinct()
                .sorted(NaturalOrder.NAMES)
                .toList())
        .orElse(List.of());
  }

  ChecklistItem item() {
    return item;
  }

  String tenant() {
    return tenant;
  }

  BooleanProperty forAllProperty() {
    return forAll;
  }

  StringProperty byProperty() {
    return by;
  }

  StringProperty noteProperty() {
    return note;
  }
}
