package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ControlPageTest {
  @TestFactory
  Stream<DynamicTest> everyControlHasItsPage() {
    return ControlCatalogue.all().stream()
        .map(control -> dynamicTest(control.info().id(), () -> checkPage(control)));
  }

  private static void checkPage(Control control) {
    ControlInfo info = control.info();
    assertThat(info.id()).isEqualTo(ControlInfo.idOf(control.getClass()));
    assertThat(info.sources()).isNotEmpty();
    ControlPage page = ControlPage.of(info.id());
    assertThat(page.title()).isEqualTo(info.title());
    assertThat(page.sectionNames()).isEqualTo(ControlPage.SECTIONS);
    assertThat(ControlPage.SECTIONS).allSatisfy(s -> assertThat(page.section(s)).isNotBlank());
    PageExamples examples = PageExamples.of(page);
    assertThat(examples.findings()).isNotEmpty();
    assertThat(examples.clean()).isNotEmpty();
    assertThat(page.blocks())
        .allSatisfy(block ->
            assertThat(block.section())
                .isEqualTo(block.info().equals("yaml clean") ? "Hardened" : "Example"));
  }

  @TestFactory
  Stream<DynamicTest> examplesHoldWhatTheyPromise() {
    return ControlCatalogue.all().stream()
        .flatMap(control ->
            PageExamples.of(ControlPage.of(control.info().id())).findings().stream()
                .map(example ->
                    dynamicTest(control.info().id(), () -> checkExample(control, example))));
  }

  private static void checkExample(Control control, PageExamples.Example example) {
    Reviewed reviewed = Reviewed.of(example.text());
    List<LocatedFinding> found = reviewed.of(control).toList();
    assertThat(found.stream().map(ControlPageTest::asWritten))
        .containsExactlyElementsOf(
            example.expected().stream()
                .map(e -> e.line() + " " + e.id() + " " + e.severity())
                .toList());
    boolean fixable = found.stream().anyMatch(f -> !f.finding().fixes().isEmpty());
    assertThat(example.fixed() != null).as("a fixed block where there is a fix").isEqualTo(fixable);
    if (example.fixed() != null) {
      assertThat(new Reviewed(reviewed.fixed(control).after()).text()).isEqualTo(example.fixed());
    }
  }

  private static String asWritten(LocatedFinding f) {
    return f.start().line()
        + " "
        + f.finding().control().id()
        + " "
        + f.finding().severity().word();
  }

  @TestFactory
  Stream<DynamicTest> hardenedExamplesAreClean() {
    return ControlCatalogue.all().stream()
        .flatMap(control ->
            PageExamples.of(ControlPage.of(control.info().id())).clean().stream()
                .map(text ->
                    dynamicTest(
                        control.info().id(),
                        () -> assertThat(Reviewed.of(text).of(control)).as(text).isEmpty())));
  }

  @Test
  void everyControlIsListedOnce() {
    assertThat(ControlCatalogue.all().stream().map(c -> c.info().id()).toList())
        .doesNotHaveDuplicates()
        .hasSizeGreaterThanOrEqualTo(15);
    assertThat(ControlCatalogue.byId("host-path-volume")).isPresent();
    assertThat(ControlCatalogue.byId("no-such-control")).isEmpty();
  }

  @Test
  void messagesEndWithoutAFullStop() {
    ControlCatalogue.all()
        .forEach(control ->
            PageExamples.of(ControlPage.of(control.info().id())).findings().stream()
                .flatMap(example -> Reviewed.of(example.text()).of(control))
                .forEach(f -> assertThat(f.finding().message()).doesNotEndWith(".").isNotBlank()));
  }

  @Test
  void takesAPageApart() {
    ControlPage page =
        ControlPage.parse(
            """
            # A *title*

            ## First

            Some `text`.

            ```yaml finding
            a: 1
            ```

            ## Second
            More.
            """);
    assertThat(page.title()).isEqualTo("A title");
    assertThat(page.sectionNames()).containsExactly("First", "Second");
    assertThat(page.section("First")).startsWith("Some `text`.").endsWith("```");
    assertThat(page.section("Second")).isEqualTo("More.");
    assertThat(page.section("Third")).isEmpty();
    assertThat(page.blocks())
        .containsExactly(new ControlPage.Block("yaml finding", "a: 1\n", "First"));
    assertThat(page.markdown()).startsWith("# A *title*");
  }

  @Test
  void saysWhichPageIsMissing() {
    assertThatThrownBy(() -> ControlPage.of("nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing");
  }
}
