package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Control;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The References of a page are the sources of its control, no more and no less. */
class PageReferencesTest {
  @TestFactory
  Stream<DynamicTest> aPageNamesTheSourcesOfItsControl() {
    return ControlCatalogue.all().stream()
        .map(control ->
            DynamicTest.dynamicTest(
                control.info().id(),
                () ->
                    assertThat(references(control))
                        .containsExactlyInAnyOrderElementsOf(control.info().sources())));
  }

  private static List<String> references(Control control) {
    return ControlPage.of(control.info().id())
        .section("References")
        .lines()
        .filter(line -> line.startsWith("- "))
        .map(line -> line.substring(2).replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1"))
        .toList();
  }
}
