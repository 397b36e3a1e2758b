package dev.zonewright.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.TextRange;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a few letters stand for, and in what order. */
class FuzzyTest {
  private static PaletteEntry entry(String title, String detail) {
    return PaletteEntry.of(title, detail, "", new Target.Hint());
  }

  private static List<String> ranked(String query, String... titles) {
    List<String> words = Fuzzy.words(query);
    return Stream.of(titles)
        .filter(t -> Fuzzy.score(words, entry(t, "acme · platform.yaml")) != Fuzzy.NONE)
        .sorted(Comparator.comparingInt(t -> -Fuzzy.score(words, entry(t, "acme · platform.yaml"))))
        .toList();
  }

  @Test
  void aWholeWordComesBeforeAStartBeforeAnInsideBeforeLetters() {
    assertThat(
            ranked(
                "api",
                "Pod rapid",
                "Deployment api",
                "Service api-gateway",
                "Pod ap-i",
                "Service apis",
                "Secret ledger"))
        .containsExactly(
            "Deployment api", "Service apis", "Service api-gateway", "Pod rapid", "Pod ap-i");
  }

  @Test
  void everyWordMustBeFoundInNameOrDetail() {
    assertThat(ranked("depl acme", "Deployment api")).hasSize(1);
    assertThat(ranked("PLATFORM api", "Deployment api")).hasSize(1);
    assertThat(ranked("depl globex", "Deployment api")).isEmpty();
  }

  @Test
  void lettersAreFoundAcrossWords() {
    assertThat(ranked("ledger", "RoleBinding operations")).isEmpty();
    assertThat(ranked("dpapi", "Deployment api", "Secret api")).containsExactly("Deployment api");
    assertThat(Fuzzy.marks(List.of("dpapi"), "Deployment api"))
        .containsExactly(new TextRange(0, 1), new TextRange(2, 3), new TextRange(11, 14));
  }

  @Test
  void marksStandAtTheStartOfAWordWhereOneFits() {
    assertThat(Fuzzy.marks(List.of("po", "pod"), "Deployment POD"))
        .containsExactly(new TextRange(11, 14));
    assertThat(Fuzzy.marks(List.of("zz"), "Deployment")).isEmpty();
  }

  @Test
  void withoutLettersEverythingFitsAlike() {
    assertThat(Fuzzy.words("  ")).isEmpty();
    assertThat(ranked("", "a", "b")).hasSize(2);
  }
}
