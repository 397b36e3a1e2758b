package dev.zonewright.report;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.access.AccessAnswer;
import dev.zonewright.kube.access.AccessBinding;
import dev.zonewright.kube.access.AccessGraph;
import dev.zonewright.kube.access.AccessRequest;
import dev.zonewright.kube.access.Identity;
import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.Powers;
import dev.zonewright.kube.access.chain.Chain;
import dev.zonewright.kube.access.chain.Chains;
import dev.zonewright.risk.Evidence;
import dev.zonewright.yaml.YamlPath;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** Writes what accounts may do, with the line of every binding and rule. */
public final class AccessReport {
  private final AccessGraph graph;
  private final ObjectPlaces places;
  private final List<Row> rows = new ArrayList<>();
  private final List<ChainWords.Told> chains = new ArrayList<>();

  /**
   * One answer; the power is empty for a question of somebody's own.
   *
   * @param parts what is granted, where it is not enough for the answer to be allowed
   */
  private record Row(
      String account,
      String power,
      String what,
      String namespace,
      AccessAnswer answer,
      List<AccessAnswer.Grant> parts) {
    Row(String account, String power, String what, String namespace, AccessAnswer answer) {
      this(account, power, what, namespace, answer, List.of());
    }
  }

  public AccessReport(Analysis analysis, AccessGraph graph) {
    this.graph = graph;
    places = new ObjectPlaces(analysis);
  }

  /** Adds the answer to one question. */
  public void answer(Identity who, AccessRequest request) {
    String namespace = request instanceof AccessRequest.OnResource on ? on.namespace() : "";
    rows.add(
        new Row(who.label(), "", words(request), namespace, graph.answerOfServer(who, request)));
  }

  /**
   * Adds all powers of somebody, and that there may be more where a role is not opened.
   *
   * @param chains find them, so that both say the same
   */
  public void powers(Identity who, Chains chains) {
    chains.heldBy(who).forEach(held -> add(who, held));
    List<Powers.Held> refused = chains.refusedTo(who);
    refused.forEach(held -> refused(who, held));
    Set<AccessBinding> told =
        refused.stream().map(held -> held.grant().binding()).collect(Collectors.toSet());
    unknown(who, "what roles that are not opened grant", notOpened(who));
    unknown(
        who,
        "what the API server refuses",
        notTaken(who).stream().filter(binding -> !told.contains(binding)).toList());
  }

  private void unknown(Identity who, String what, List<AccessBinding> bindings) {
    bindings.stream()
        .collect(
            Collectors.groupingBy(
                b -> b.ref().namespace(), LinkedHashMap::new, Collectors.toList()))
        .forEach((namespace, there) ->
            rows.add(
                new Row(who.label(), "", what, namespace, new AccessAnswer.Undetermined(there))));
  }

  /** Adds one power of somebody, also when they have it not, or when it is not known. */
  public void powers(Identity who, Chains chains, Power power) {
    List<Powers.Held> held = of(power, chains.heldBy(who));
    List<Powers.Held> refused = of(power, chains.refusedTo(who));
    held.forEach(h -> add(who, h));
    refused.forEach(h -> refused(who, h));
    if (held.isEmpty() && refused.isEmpty()) {
      rows.add(new Row(who.label(), power.id(), power.words(), "", without(who)));
    }
  }

  private static List<Powers.Held> of(Power power, List<Powers.Held> all) {
    return all.stream().filter(h -> h.power() == power).toList();
  }

  /** Denied, unless a role of theirs is not opened, or refused: written right, it may grant it. */
  private AccessAnswer without(Identity who) {
    List<AccessBinding> unknown = new ArrayList<>(notOpened(who));
    unknown.addAll(notTaken(who));
    return unknown.isEmpty() ? new AccessAnswer.Denied() : new AccessAnswer.Undetermined(unknown);
  }

  private List<AccessBinding> notOpened(Identity who) {
    return of(who).filter(b -> graph.role(b.role()).isEmpty()).toList();
  }

  private List<AccessBinding> notTaken(Identity who) {
    return of(who).filter(b -> graph.role(b.role()).isPresent() && graph.isUnknown(b)).toList();
  }

  private Stream<AccessBinding> of(Identity who) {
    return graph.bindings().stream().filter(b -> b.subjects().stream().anyMatch(s -> s.means(who)));
  }

  /**
   * Adds the shortest way of somebody to a power.
   *
   * @param others more of them, really different ones
   * @param whole whether a person reads these hop by hop
   */
  public void chain(Chain chain, List<Chain> others, boolean whole) {
    chains.add(new ChainWords.Told(chain, others, whole));
  }

  /** A right that alone gives nothing is not told as the power. */
  private void add(Identity who, Powers.Held held) {
    switch (held.share().kind()) {
      case WHOLE, LIMITED, NAMED ->
          add(who, held, new AccessAnswer.Allowed(List.of(held.grant())), List.of());
      case HALF -> add(who, held, without(who), List.of(held.grant()));
      case UNSURE ->
          add(who, held, new AccessAnswer.Undetermined(List.of()), List.of(held.grant()));
    }
  }

  /** A power that they would have if the server took what grants it. */
  private void refused(Identity who, Powers.Held held) {
    var answer = new AccessAnswer.Undetermined(List.of(held.grant().binding()));
    add(who, held, answer, List.of());
  }

  private void add(
      Identity who, Powers.Held held, AccessAnswer answer, List<AccessAnswer.Grant> parts) {
    rows.add(
        new Row(
            who.label(),
            held.power().id(),
            said(held) + words(held.request()) + held.share().note().map(n -> "; " + n).orElse(""),
            held.namespace(),
            answer,
            parts));
  }

  private static String said(Powers.Held held) {
    return switch (held.share().kind()) {
      case HALF -> "has a part of what it takes: ";
      case NAMED -> held.words() + " by name: ";
      case WHOLE, LIMITED, UNSURE -> held.words() + ": ";
    };
  }

  private static String words(AccessRequest request) {
    return switch (request) {
      case AccessRequest.OnResource on -> on.words();
      case AccessRequest.OnUrl(String verb, String path) -> verb + " " + path;
    };
  }

  /** Writes the rows for a person at a terminal. */
  public void writeText(PrintWriter out) {
    Set<String> accounts = new LinkedHashSet<>();
    rows.forEach(r -> accounts.add(r.account()));
    chains.forEach(c -> accounts.add(c.chain().account()));
    if (accounts.isEmpty()) {
      out.print("No account in the manifests has any of these powers.\n");
    }
    ChainWords words = new ChainWords(places);
    for (String account : accounts) {
      out.print(Printable.brief(account) + "\n");
      rows.stream().filter(r -> r.account().equals(account)).forEach(r -> row(r, out));
      words.text(chains.stream().filter(c -> c.chain().account().equals(account)).toList(), out);
    }
    out.flush();
  }

  private void row(Row row, PrintWriter out) {
    String where = row.namespace().isEmpty() ? "in the whole cluster" : "in " + row.namespace();
    String power = row.power().isEmpty() ? "" : row.power() + ": ";
    out.print(
        "  %-12s %s%s, %s\n"
            .formatted(
                row.answer().word(), power, Printable.brief(row.what()), Printable.brief(where)));
    // without this, it seems to contradict the chain below, which leads there through others
    if (row.answer() instanceof AccessAnswer.Denied && !power.isEmpty() && row.parts().isEmpty()) {
      out.print("      no rule grants it directly\n");
    }
    steps(row)
        .forEach(step -> out.print("      " + Printable.brief(step.words() + place(step)) + "\n"));
  }

  /** A place that decides, with what it does. */
  private record Step(String words, ObjectRef object, YamlPath path) {}

  private List<Step> steps(Row row) {
    List<Step> out = new ArrayList<>();
    grants(row.parts(), "this part", out);
    switch (row.answer()) {
      case AccessAnswer.Allowed(List<AccessAnswer.Grant> grants) -> grants(grants, "it", out);
      case AccessAnswer.Denied _ -> {
        // nothing decides: no rule grants it
      }
      case AccessAnswer.Undetermined(List<AccessBinding> bindings) ->
          bindings.forEach(binding ->
              out.add(new Step(graph.whyUnknown(binding), binding.ref(), binding.rolePath())));
    }
    return out;
  }

  private void grants(List<AccessAnswer.Grant> grants, String what, List<Step> out) {
    for (AccessAnswer.Grant grant : grants) {
      out.add(
          new Step(
              grant.binding().ref().label() + " names " + grant.subject().label(),
              grant.binding().ref(),
              grant.subject().path()));
      out.add(
          new Step(
              "rule %d of %s%s grants %s"
                  .formatted(
                      grant.rule().number(),
                      grant.rule().role().label(),
                      grant.gatheredBy().map(by -> ", added to " + by.label() + ",").orElse(""),
                      what),
              grant.rule().role(),
              grant.rule().path()));
      graph
          .objection(grant)
          .ifPresent(
              why -> out.add(new Step(why, grant.binding().ref(), grant.binding().rolePath())));
    }
  }

  private String place(Step step) {
    return places
        .of(step.object(), Optional.of(step.path()))
        .map(at -> " (" + at + ")")
        .orElse(" (every cluster has it)");
  }

  /** Writes the rows as JSON, in the form that {@code docs/manual-terminal.md} shows. */
  public void writeJson(OutputStream stream) {
    try (JsonGenerator json = JsonForm.on(stream)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("answers");
      for (Row row : rows) {
        json.writeStartObject();
        json.writeStringProperty("account", row.account());
        json.writeStringProperty("power", row.power());
        json.writeStringProperty("what", row.what());
        json.writeStringProperty("namespace", row.namespace());
        json.writeStringProperty("answer", row.answer().word());
        json.writeArrayPropertyStart("steps");
        for (Step step : steps(row)) {
          Optional<Evidence.Place> at = places.of(step.object(), Optional.of(step.path()));
          json.writeStartObject();
          json.writeStringProperty("step", step.words());
          json.writeStringProperty("file", at.map(Evidence.Place::file).orElse(""));
          json.writeNumberProperty("line", at.map(Evidence.Place::line).orElse(0));
          json.writeStringProperty("kind", step.object().kind());
          json.writeStringProperty("namespace", step.object().namespace());
          json.writeStringProperty("name", step.object().name());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      new ChainWords(places).json(chains, json);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }
}
