package dev.zonewright.review.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.Manifest;
import dev.zonewright.yaml.YamlPath;
import org.junit.jupiter.api.Test;

/** An entry that is removed leaves all others, and what is said about them, as they are. */
class ReviewRemoverTest {
  private static final String FIRST =
      """
        # the port is fixed by the bank's contract
        - control: added-capability
          namespace: globex
          reason: listens on 443
          owner: ledger team   # until May
          expires: 2026-11-04
      """;
  private static final String SECOND =
      """
        # logs go to the node until the collector is there
        - control: host-path-volume
          namespace: acme
          reason: logs
          owner: W
          expires: 2027-01-04
      """;
  private static final String THIRD =
      """
        # moved in spring
        - {control: root-user, tenant: globex, reason: r, owner: W, expires: 2027-01-04} # soon
      """;
  private static final String REST =
      """
      # what people attest
      attestations:
        - {item: dom0-restricted, by: W, date: 2026-10-02}   # seen by W
      """;

  private static String without(String text, YamlPath entry) {
    ReviewEdit edit = ReviewRemover.remove(Manifest.of("zonewright-review.yaml", text), entry);
    assertThat(edit).isInstanceOf(ReviewEdit.Made.class);
    return ((ReviewEdit.Made) edit).after();
  }

  private static YamlPath exception(int number) {
    return YamlPath.of("exceptions").index(number);
  }

  @Test
  void theCommentsOfTheNeighboursStay() {
    String head = "# The review.\nexceptions:\n";
    String all = head + FIRST + SECOND + THIRD + REST;
    assertThat(without(all, exception(0))).isEqualTo(head + SECOND + THIRD + REST);
    assertThat(without(all, exception(1))).isEqualTo(head + FIRST + THIRD + REST);
    assertThat(without(all, exception(2))).isEqualTo(head + FIRST + SECOND + REST);
  }

  @Test
  void theLastEntryLeavesAnEmptyList() {
    String all = "exceptions:\n" + FIRST + REST;
    assertThat(without(all, YamlPath.of("attestations").index(0)))
        .contains(FIRST)
        .contains("attestations: []");
  }

  @Test
  void anEntryThatIsOfNoUseIsRemovedToo() {
    String invalid = "  - {control: root-user, reason: r}\n";
    assertThat(without("exceptions:\n" + invalid + SECOND, exception(0)))
        .isEqualTo("exceptions:\n" + SECOND);
  }

  @Test
  void anEntryThatIsNotThereIsRefused() {
    Manifest file = Manifest.of("zonewright-review.yaml", "exceptions:\n" + SECOND);
    assertThat(ReviewRemover.remove(file, exception(1))).isInstanceOf(ReviewEdit.Refused.class);
    assertThat(ReviewRemover.remove(Manifest.of("zonewright-review.yaml", ""), exception(0)))
        .isInstanceOf(ReviewEdit.Refused.class);
  }
}
