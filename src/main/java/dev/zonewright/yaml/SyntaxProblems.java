package dev.zonewright.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in plain words what the parser stumbled over. */
final class SyntaxProblems {
  private SyntaxProblems() {}

  static YamlProblem explain(String text, MarkedYamlEngineException e, int at) {
    int offset = Math.min(at, text.length());
    Optional<YamlProblem> template = Templates.problem(text, offset);
    if (template.isPresent()) {
      return template.get();
    }
    int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    int tab = tabInIndent(text, lineStart);
    if (tab >= 0) {
      return new YamlProblem(
          YamlProblem.Kind.SYNTAX,
          tab,
          "a tab is used for indentation, which YAML forbids",
          "Indent the line with spaces.");
    }
    String problem = e.getProblem() == null ? "" : e.getProblem();
    String context = e.getContext() == null ? "" : e.getContext();
    String what = context.isEmpty() ? problem : context + ": " + problem;
    return new YamlProblem(YamlProblem.Kind.SYNTAX, offset, tidy(what), cure(problem, context));
  }

  private static int tabInIndent(String text, int lineStart) {
    for (int i = lineStart; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        return i;
      }
      if (c != ' ') {
        return -1;
      }
    }
    return -1;
  }

  private static String cure(String problem, String context) {
    if (problem.contains("undefined alias")) {
      return "Define the anchor earlier in the same document, or write the value out.";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "Put the value in quotes if the colon belongs to it; otherwise check the indentation.";
    }
    if (context.contains("block mapping") || context.contains("block collection")) {
      return "Check the indentation of this line against the lines above it.";
    }
    if (context.contains("flow")) {
      return "Close the bracket or brace, or add the missing comma.";
    }
    if (context.contains("quoted scalar")) {
      return "Close the quote.";
    }
    return "Correct the line; the other documents are not affected.";
  }

  private static String tidy(String what) {
    String oneLine = what.replaceAll("\\s+", " ").strip();
    return oneLine.isEmpty() ? "the text is not YAML" : oneLine;
  }
}
