package dev.zonewright.checklist;

import dev.zonewright.review.Attestation;
import dev.zonewright.review.Reviewed;
import dev.zonewright.risk.Evidence;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.Comparator;
import java.util.Optional;

/** What the attestations of a review file attest, as long as they hold. */
final class ReviewAttests implements Attested {
  private final Reviewed review;

  ReviewAttests(Reviewed review) {
    this.review = review;
  }

  @Override
  public Optional<Evidence> of(String tenant, ChecklistItem item) {
    return review.file().attestations().stream()
        .filter(a -> a.isAbout(tenant, item.id()) && a.holdsOn(review.today()))
        .max(Comparator.comparing(Attestation::date))
        .map(this::evidence);
  }

  private Evidence evidence(Attestation entry) {
    String note = entry.note().isBlank() ? "" : ": " + entry.note();
    String text =
        "attested by %s on %s, until %s%s".formatted(entry.by(), entry.date(), entry.until(), note);
    YamlStream stream = review.file().manifest().stream();
    YamlStream.Part part = stream.parts().getFirst();
    TextRange range =
        part.document().cursor().at(entry.path()).place().range().shift(part.offset());
    int line = stream.lines().positionOf(range.start()).line();
    return new Evidence(
        Evidence.State.ATTESTED,
        text,
        Optional.of(new Evidence.Place(review.file().manifest().file(), line, range)));
  }
}
