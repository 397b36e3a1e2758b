package dev.zonewright.cli;

import dev.zonewright.cli.given.UsageException;
import dev.zonewright.kube.access.AccessAnswer;
import dev.zonewright.kube.access.AccessGraph;
import dev.zonewright.kube.access.AccessRequest;
import dev.zonewright.kube.access.Identity;
import dev.zonewright.report.Printable;
import java.io.PrintWriter;
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

  private final Map<String, Integer> columns;
  private final AccessGraph graph;

  private AccessQuestions(Map<String, Integer> columns, AccessGraph graph) {
    this.columns = columns;
    this.graph = graph;
  }

  /**
   * Writes the lines with two more columns. The manifests are taken for the whole cluster: a role
   * that is not among them grants nothing.
   *
   * @throws UsageException when a column is missing, or a cell makes no sense
   */
  static void answer(List<String> lines, AccessGraph graph, PrintWriter out) {
    AccessQuestions questions =
        new AccessQuestions(TableText.columns(lines.getFirst(), NEEDED), graph);
    StringBuilder answered = new StringBuilder(TableText.answeredHeader(lines.getFirst()));
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        answered.append(questions.answered(lines.getFirst(), lines.get(i), i + 1));
      }
    }
    out.print(answered);
    out.flush();
  }

  private String answered(String header, String line, int number) {
    List<String> cells = TableText.cells(line);
    String subject = cell("subject", cells);
    Identity who =
        Identity.parse(subject)
            .orElseThrow(() ->
                new UsageException(
                    "Line %d of the questions: '%s' is not a subject (sa:NAMESPACE/NAME, user:NAME,"
                            .formatted(number, Printable.echo(subject))
                        + " user:NAME+GROUP or anonymous)."));
    return switch (graph.answerOfServer(who, request(cells, number))) {
      case AccessAnswer.Allowed(List<AccessAnswer.Grant> grants) ->
          TableText.answered(header, line, "allowed", grants.getFirst().words());
      case AccessAnswer.Denied _, AccessAnswer.Undetermined _ ->
          TableText.answered(header, line, "denied", "-");
    };
  }

  private AccessRequest request(List<String> cells, int number) {
    String verb = cell("verb", cells);
    String type = cell("type", cells);
    String last = type.equals("N") ? "path" : "resource";
    if (columns.getOrDefault(last, 0) >= cells.size()) {
      throw new UsageException(
          "Line %d of the questions has too few columns: it ends before %s."
              .formatted(number, last));
    }
    return switch (type) {
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
                  .formatted(number, Printable.echo(type)));
    };
  }

  /** Many editors take empty cells off the end of a line. */
  private String cell(String name, List<String> cells) {
    int at = columns.getOrDefault(name, 0);
    return at < cells.size() ? cells.get(at) : "";
  }
}
