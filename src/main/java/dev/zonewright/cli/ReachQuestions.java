package dev.zonewright.cli;

import dev.zonewright.cli.given.UsageException;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.network.Answer;
import dev.zonewright.kube.network.Destination;
import dev.zonewright.kube.network.Destinations;
import dev.zonewright.kube.network.Endpoint;
import dev.zonewright.kube.network.NetworkModel;
import dev.zonewright.kube.network.Opening;
import dev.zonewright.kube.network.Question;
import dev.zonewright.kube.network.Reachability;
import dev.zonewright.kube.network.Side;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.Protocol;
import dev.zonewright.kube.network.policy.Readings;
import dev.zonewright.report.Printable;
import dev.zonewright.text.Nearest;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers a table of questions, line by line. */
final class ReachQuestions {
  private static final List<String> NEEDED = List.of("src", "dst", "protocol", "port");

  private final Map<String, List<Endpoint>> workloads = new HashMap<>();
  private final NetworkModel model;
  private final Reachability reachability;
  private final Readings readings;

  private ReachQuestions(NetworkModel model, Reachability reachability, Readings readings) {
    this.model = model;
    this.reachability = reachability;
    this.readings = readings;
    for (List<NetworkPod> pods : model.pods().values()) {
      for (NetworkPod pod : pods) {
        workloads.computeIfAbsent(pod.path(), _ -> new ArrayList<>()).add(new Endpoint.OfPod(pod));
      }
    }
  }

  /** The two columns that are added. */
  private record Cells(String answer, String by) {}

  /**
   * Writes the lines with their answers.
   *
   * @throws UsageException when a column is missing, or a cell makes no sense
   */
  static void answer(
      List<String> lines,
      NetworkModel model,
      Reachability reachability,
      Readings readings,
      PrintWriter out) {
    Map<String, Integer> places = TableText.columns(lines.getFirst(), NEEDED);
    List<Integer> columns = NEEDED.stream().map(name -> places.getOrDefault(name, 0)).toList();
    ReachQuestions questions = new ReachQuestions(model, reachability, readings);
    StringBuilder answered = new StringBuilder(TableText.answeredHeader(lines.getFirst()));
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      List<String> cells = TableText.cells(lines.get(i)).stream().map(String::strip).toList();
      Cells answer = questions.answer(cells, columns, i + 1);
      answered.append(
          TableText.answered(lines.getFirst(), lines.get(i), answer.answer(), answer.by()));
    }
    out.print(answered);
    out.flush();
  }

  private Cells answer(List<String> cells, List<Integer> columns, int line) {
    if (columns.stream().anyMatch(c -> c >= cells.size())) {
      throw new UsageException(
          "Line "
              + line
              + " of the questions has too few columns: src, dst, protocol and port are needed.");
    }
    Protocol protocol;
    int port;
    try {
      protocol = ReachChoice.protocol(cells.get(columns.get(2)));
      port = ReachChoice.port(cells.get(columns.get(3)));
    } catch (UsageException e) {
      throw new UsageException("Line " + line + " of the questions: " + e.getMessage());
    }
    String from = cells.get(columns.get(0));
    String to = cells.get(columns.get(1));
    List<Endpoint> sources = ends(from);
    List<Endpoint> destinations = destinations(to, port);
    if (sources.isEmpty() || destinations.isEmpty()) {
      return new Cells("undetermined", absent(sources.isEmpty() ? from : to));
    }
    List<Answer> answers = new ArrayList<>();
    for (Endpoint source : sources) {
      for (Endpoint destination : destinations) {
        answers.add(reachability.answer(new Question(source, destination, protocol, port)));
      }
    }
    return cells(
        answers.stream()
            .filter(a -> a.outcome() == Answer.Outcome.ALLOWED)
            .findFirst()
            .or(() ->
                answers.stream()
                    .filter(a -> a.outcome() == Answer.Outcome.UNDETERMINED)
                    .findFirst())
            .orElse(answers.getFirst()));
  }

  private String absent(String end) {
    List<String> near = Nearest.to(end, workloads.keySet());
    return Printable.echo(end)
        + " is not among the manifests"
        + (near.isEmpty() ? "" : ": did you mean " + String.join(" or ", near) + "?");
  }

  /** The ends of a cell, which may be one of the words that {@code --to} takes. */
  private List<Endpoint> destinations(String text, int port) {
    List<Destination> named =
        switch (text) {
          case "node" -> Destinations.nodePort(readings, port);
          case "metadata" -> Destinations.metadata();
          case "dns" -> Destinations.dns(model);
          case "internet" -> Destinations.internet();
          default -> List.of();
        };
    return named.isEmpty() ? ends(text) : named.stream().map(Destination::endpoint).toList();
  }

  private List<Endpoint> ends(String text) {
    List<Endpoint> pods = workloads.get(text);
    return pods != null ? pods : Destinations.typed(text).map(List::of).orElse(List.of());
  }

  private static Cells cells(Answer answer) {
    return switch (answer.outcome()) {
      case ALLOWED ->
          new Cells(
              "allowed",
              joined(sides(answer).flatMap(s -> s.openings().stream().map(o -> rule(s, o)))));
      case DENIED, NOT_OPENED ->
          new Cells(
              "denied",
              joined(
                  sides(answer)
                      .filter(s -> s.open().sure().isEmpty())
                      .flatMap(s -> closing(s).map(p -> name(p) + ":" + s.direction().word()))));
      case UNDETERMINED -> new Cells("undetermined", String.join("; ", answer.because()));
    };
  }

  private static Stream<Side> sides(Answer answer) {
    return Stream.of(answer.egress(), answer.ingress()).flatMap(Optional::stream);
  }

  /** The policies that isolate an end without opening it, and the administrator's that deny. */
  private static Stream<ObjectRef> closing(Side side) {
    Set<ObjectRef> opening =
        side.openings().stream().map(Opening::policy).collect(Collectors.toSet());
    Set<ObjectRef> denying =
        side.refusals().stream().map(Opening::policy).collect(Collectors.toSet());
    return side.selecting().stream()
        .filter(p -> p.namespace().isEmpty() ? denying.contains(p) : !opening.contains(p));
  }

  private static String rule(Side side, Opening opening) {
    return name(opening.policy()) + ":" + side.direction().word() + ":" + opening.rule();
  }

  private static String name(ObjectRef ref) {
    return ref.namespace().isEmpty() ? ref.name() : ref.namespace() + "/" + ref.name();
  }

  private static String joined(Stream<String> names) {
    String all = names.collect(Collectors.joining(","));
    return all.isEmpty() ? "-" : all;
  }
}
