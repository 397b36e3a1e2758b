package dev.zonewright.cli;

import dev.zonewright.cli.given.UsageException;
import dev.zonewright.kube.access.AccessAnswer;
import dev.zonewright.kube.access.AccessGraph;
import dev.zonewright.kube.access.AccessRequest;
import dev.zonewright.kube.access.Identity;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers a table of questions on access, line by line. */
final class AccessQuestions {
  private static final List<String> NEEDED =
      List.of(
          "subject",
          "type",
          "verb",
          "group",
          "resource",
          "subresource",
          "name",
          "namespace",
          "path");

  private final Map<String, Integer> columns = new HashMap<>();
  private final AccessGraph graph;

  private AccessQuestions(List<String> header, AccessGraph graph) {
    this.graph = graph;
    for (String name : NEEDED) {
      int at = header.indexOf(name);
      if (at < 0) {
        throw new UsageException("The header of the questions has no column '" + name + "'.");
      }
      columns.put(name, at);
    }
  }

  /**
   * Writes the lines with two more columns. The manifests are taken for the whole cluster: a role
   * that is not among them grants nothing.
   *
   * @throws UsageException when a column is missing, or a cell makes no sense
   */
  static void answer(List<String> lines, AccessGraph graph, PrintWriter out) {
    List<String> header = List.of(lines.getFirst().split("\t", -1));
    AccessQuestions questions = new AccessQuestions(header, graph);
    out.print(lines.getFirst() + "\tanswer\tby\n");
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        out.print(lines.get(i) + "\t" + questions.cells(lines.get(i), i + 1) + "\n");
      }
    }
    out.flush();
  }

  private String cells(String line, int number) {
    String[] cells = line.split("\t", -1);
    int most = columns.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (cells.length <= most) {
      throw new UsageException("Line " + number + " of the questions has too few columns.");
    }
    String subject = cell("subject", cells);
    Identity who =
        Identity.parse(subject)
            .orElseThrow(() ->
                new UsageException(
                    "Line %d of the questions: '%s' is no subject (sa:NAMESPACE/NAME, user:NAME,"
                            .formatted(number, subject)
                        + " user:NAME+GROUP or anonymous)."));
    return switch (graph.answer(who, request(cells, number))) {
      case AccessAnswer.Allowed(List<AccessAnswer.Grant> grants) ->
          "allowed\t" + grants.getFirst().words();
      case AccessAnswer.Denied _, AccessAnswer.Undetermined _ -> "denied\t-";
    };
  }

  private AccessRequest request(String[] cells, int number) {
    String verb = cell("verb", cells);
    return switch (cell("type", cells)) {
      case "R" ->
          new AccessRequest.OnResource(
              verb,
              cell("group", cells),
              cell("resource", cells),
              cell("subresource", cells),
              cell("name", cells),
              cell("namespace", cells));
      case "N" -> new AccessRequest.OnUrl(verb, cell("path", cells));
      default ->
          throw new UsageException(
              "Line %d of the questions: the type is R (resource) or N (path), not '%s'."
                  .formatted(number, cell("type", cells)));
    };
  }

  private String cell(String name, String[] cells) {
    return cells[columns.getOrDefault(name, 0)];
  }
}
