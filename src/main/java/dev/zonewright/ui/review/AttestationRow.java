package dev.zonewright.ui.review;

import static dev.zonewright.ui.review.WrittenEntries.text;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.control.Finding;
import dev.zonewright.review.Attestation;
import dev.zonewright.review.ReviewControls;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.review.Reviewed;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An attestation as it is written, with what the audit of the review file says of it. Entries that
 * attest nothing are among them: nobody may take them for ones that hold.
 *
 * @param tenants whom it is about; empty for all
 * @param date since when, as written
 * @param until the last day on which it holds; empty where the entry does not tell
 * @param why what is wrong with it, and what to do; empty where nothing is
 */
public record AttestationRow(
    State state,
    String item,
    List<String> tenants,
    String by,
    String date,
    String until,
    String note,
    String why,
    YamlPath path) {
  private static final String SECTION = "attestations";

  /** What an attestation is worth today; each has one of these. */
  public enum State implements EntryState {
    EXPIRED("expired", "expired"),
    INVALID("invalid", "invalid"),
    UNUSED("unused", "unused"),
    PARTLY("partly valid", "partly valid"),
    SOON("expires soon", "expiring within " + ExceptionRow.SOON + " days"),
    VALID("valid", "valid");

    private final String word;
    private final String ofMany;

    State(String word, String ofMany) {
      this.word = word;
      this.ofMany = ofMany;
    }

    @Override
    public String word() {
      return word;
    }

    @Override
    public String ofMany() {
      return ofMany;
    }
  }

  public AttestationRow {
    tenants = List.copyOf(tenants);
  }

  /** All that the file writes down, in its order. */
  static List<AttestationRow> of(Reviewed review, Analysis analysis, LocalDate today) {
    ReviewFile file = review.file();
    WrittenEntries entries = new WrittenEntries(file, analysis, SECTION);
    Map<YamlPath, Attestation> read =
        file.attestations().stream()
            .collect(Collectors.toMap(Attestation::path, Function.identity()));
    List<AttestationRow> out = new ArrayList<>();
    for (YamlCursor at : entries.all()) {
      List<Finding> said = entries.said(at.path());
      Attestation entry = read.get(at.path());
      out.add(entry == null ? unread(at, said) : read(entry, said, today));
    }
    return List.copyOf(out);
  }

  private static AttestationRow read(Attestation entry, List<Finding> said, LocalDate today) {
    return new AttestationRow(
        stateOf(entry, said, today),
        entry.item(),
        entry.tenants(),
        entry.by(),
        entry.date().toString(),
        entry.until().toString(),
        entry.note(),
        WrittenEntries.words(said),
        entry.path());
  }

  private static State stateOf(Attestation entry, List<Finding> said, LocalDate today) {
    if (WrittenEntries.has(said, ReviewControls.EXPIRED.id())) {
      return State.EXPIRED;
    }
    List<Finding> ofTenants = said.stream().filter(f -> isOfTenant(entry, f)).toList();
    List<Finding> ofRest = said.stream().filter(f -> !isOfTenant(entry, f)).toList();
    if (WrittenEntries.has(ofRest, ReviewControls.INVALID.id())) {
      return State.INVALID;
    }
    if (!ofTenants.isEmpty()) {
      // one that names another tenant beside still holds for that one
      return ofTenants.size() < entry.tenants().size()
          ? State.PARTLY
          : WrittenEntries.has(ofTenants, ReviewControls.INVALID.id())
              ? State.INVALID
              : State.UNUSED;
    }
    return entry.until().isAfter(today.plusDays(ExceptionRow.SOON)) ? State.VALID : State.SOON;
  }

  private static boolean isOfTenant(Attestation entry, Finding finding) {
    return Stream.of("tenant", "tenants")
        .anyMatch(key -> finding.path().startsWith(entry.path().key(key)));
  }

  /** An entry that the reader had to leave out, shown as far as it is written. */
  private static AttestationRow unread(YamlCursor at, List<Finding> said) {
    List<String> tenants = new ArrayList<>();
    if (!text(at, "tenant").isEmpty()) {
      tenants.add(text(at, "tenant"));
    }
    if (at.get("tenants").isSequence()) {
      at.get("tenants").items().stream()
          .filter(YamlCursor::isScalar)
          .map(YamlCursor::raw)
          .forEach(tenants::add);
    }
    return new AttestationRow(
        State.INVALID,
        text(at, "item"),
        tenants,
        text(at, "by"),
        text(at, "date"),
        text(at, "expires"),
        text(at, "note"),
        WrittenEntries.words(said),
        at.path());
  }
}
