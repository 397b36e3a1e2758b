package dev.zonewright.ui.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.risk.Evidence;
import dev.zonewright.text.TextRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaceNamesTest {
  private static Evidence at(String text, String file, int line) {
    return new Evidence(
        Evidence.State.EXPOSURE,
        text,
        Optional.of(new Evidence.Place(file, line, TextRange.at(0))));
  }

  private static List<String> names(Evidence... all) {
    return List.of(all).stream()
        .flatMap(e -> e.place().stream())
        .map(PlaceNames.among(List.of(all)))
        .toList();
  }

  @Test
  void theLastPartOfTheNameIsEnoughForDifferentThings() {
    assertThat(names(at("api runs on the host", "x/a.yaml", 3), at("web does", "y/a.yaml", 9)))
        .containsExactly("a.yaml:3", "a.yaml:9");
  }

  @Test
  void oneObjectInTwoFilesIsToldApartByTheirFolders() {
    assertThat(
            names(
                at("api runs on the host", "/top/base/a.yaml", 3),
                at("api runs on the host", "/top/prod/a.yaml", 3),
                at("api runs on the host", "/top/prod/b.yaml", 7),
                at("web does", "/top/prod/c.yaml", 1)))
        .containsExactly("base/a.yaml:3", "prod/a.yaml:3", "b.yaml:7", "c.yaml:1");
  }
}
