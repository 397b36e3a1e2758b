package dev.zonewright.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The examples of a control's page, with what they promise. */
record PageExamples(List<Example> findings, List<String> clean) {
  private static final Pattern EXPECTED =
      Pattern.compile("[ ]*# finding: (?<id>[a-z-]+)(?: (?<severity>[a-z]+))?$", Pattern.MULTILINE);

  /**
   * Manifests in which the control finds something.
   *
   * @param text without the promises and the spaces before them
   * @param fixed what the control's preferred fixes make of it; null when the page does not say
   */
  record Example(String text, List<Expected> expected, @Nullable String fixed) {}

  /**
   * A finding that is promised.
   *
   * @param line from 1
   * @param severity empty when the page leaves it open
   */
  record Expected(int line, String id, String severity) {}

  static PageExamples of(ControlPage page) {
    List<Example> findings = new ArrayList<>();
    List<String> clean = new ArrayList<>();
    for (ControlPage.Block block : page.blocks()) {
      switch (block.info()) {
        case "yaml finding" -> findings.add(example(block.code()));
        case "yaml clean" -> clean.add(block.code());
        case "yaml fixed" -> {
          Example last = findings.removeLast();
          findings.add(new Example(last.text(), last.expected(), block.code()));
        }
        default -> throw new AssertionError("a block that nothing runs: " + block.info());
      }
    }
    return new PageExamples(List.copyOf(findings), List.copyOf(clean));
  }

  private static Example example(String code) {
    List<Expected> expected = new ArrayList<>();
    Matcher matcher = EXPECTED.matcher(code);
    while (matcher.find()) {
      int line = (int) code.substring(0, matcher.start()).chars().filter(c -> c == '\n').count();
      String severity = matcher.group("severity");
      expected.add(new Expected(line + 1, matcher.group("id"), severity == null ? "" : severity));
    }
    return new Example(matcher.replaceAll(""), List.copyOf(expected), null);
  }
}
