package dev.zonewright.ui.complete;

import dev.zonewright.kube.schema.FieldSchema;
import dev.zonewright.kube.schema.FieldType;
import dev.zonewright.kube.schema.ScalarType;
import dev.zonewright.kube.schema.Schemas;
import dev.zonewright.kube.schema.TypeSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The words that fit a place. */
public final class Proposals {
  // the cluster writes these; nobody does in a manifest
  private static final Set<String> WRITTEN_BY_THE_CLUSTER =
      Set.of(
          "creationTimestamp",
          "deletionGracePeriodSeconds",
          "deletionTimestamp",
          "generation",
          "managedFields",
          "resourceVersion",
          "selfLink",
          "status",
          "uid");

  private static final List<Proposal> HEAD =
      List.of(
          new Proposal("apiVersion", "a string", true, Proposal.Form.SCALAR),
          new Proposal("kind", "a string", true, Proposal.Form.SCALAR),
          new Proposal("metadata", "a mapping", true, Proposal.Form.MAPPING),
          new Proposal("spec", "a mapping", false, Proposal.Form.MAPPING));

  private Proposals() {}

  /** All that fit, those that must be there first; empty where nothing is known of the place. */
  public static List<Proposal> at(CaretPlace place) {
    return switch (place.role()) {
      case KEY -> keys(place);
      case VALUE -> values(place);
    };
  }

  /** Those that go on from what is typed: as a start before as a part, in any case. */
  public static List<Proposal> matching(List<Proposal> all, String prefix) {
    String typed = prefix.toLowerCase(Locale.ROOT);
    Stream<Proposal> starts = all.stream().filter(p -> lower(p).startsWith(typed));
    Stream<Proposal> holds =
        all.stream().filter(p -> !lower(p).startsWith(typed) && lower(p).contains(typed));
    return Stream.concat(starts, holds).toList();
  }

  private static String lower(Proposal proposal) {
    return proposal.word().toLowerCase(Locale.ROOT);
  }

  private static List<Proposal> keys(CaretPlace place) {
    List<Proposal> out =
        FieldWalk.to(place.apiVersion(), place.kind(), place.path())
            .map(walk -> keysOf(walk, place.path().isEmpty()))
            .orElse(place.path().isEmpty() ? HEAD : List.of());
    return out.stream().filter(p -> !place.present().contains(p.word())).toList();
  }

  private static List<Proposal> keysOf(FieldWalk walk, boolean root) {
    return switch (walk.type()) {
      case FieldType.ObjectOf(TypeSchema type) ->
          type.fields().stream()
              .map(f -> field(type, f, root))
              .sorted(
                  Comparator.comparing((Proposal p) -> !p.required())
                      .thenComparing(p -> WRITTEN_BY_THE_CLUSTER.contains(p.word()))
                      .thenComparing(Proposal::word, String.CASE_INSENSITIVE_ORDER))
              .toList();
      case FieldType.MapOf(FieldType value) ->
          walk.note().keys().stream()
              .map(k -> new Proposal(k, value.label(), false, form(value)))
              .toList();
      // an item of a list of scalars
      case FieldType.Scalar(ScalarType type) -> words(type, walk.note());
      case FieldType.ListOf _, FieldType.Anything _ -> List.of();
    };
  }

  private static Proposal field(TypeSchema holder, FieldSchema field, boolean root) {
    FieldNotes.Note note = FieldNotes.of(holder.name(), field.name());
    boolean head =
        root && HEAD.stream().anyMatch(h -> h.required() && h.word().equals(field.name()));
    String about =
        note.values().size() > 1 ? String.join(" | ", note.values()) : field.type().label();
    return new Proposal(field.name(), about, note.required() || head, form(field.type()));
  }

  private static Proposal.Form form(FieldType type) {
    return switch (type) {
      case FieldType.ObjectOf _, FieldType.MapOf _ -> Proposal.Form.MAPPING;
      case FieldType.ListOf _ -> Proposal.Form.LIST;
      case FieldType.Scalar _, FieldType.Anything _ -> Proposal.Form.SCALAR;
    };
  }

  private static List<Proposal> values(CaretPlace place) {
    if (place.path().equals(List.of("kind"))) {
      return words(kinds(place.apiVersion()));
    }
    if (place.path().equals(List.of("apiVersion"))) {
      return words(versions(place.kind()));
    }
    return FieldWalk.to(place.apiVersion(), place.kind(), place.path())
        .map(walk ->
            walk.type() instanceof FieldType.Scalar(ScalarType type)
                ? words(type, walk.note())
                : List.<Proposal>of())
        .orElse(List.of());
  }

  private static List<Proposal> words(ScalarType type, FieldNotes.Note note) {
    return type == ScalarType.BOOL ? words(List.of("true", "false")) : words(note.values());
  }

  private static List<Proposal> words(Collection<String> words) {
    return words.stream().map(w -> new Proposal(w, "", false, Proposal.Form.VALUE)).toList();
  }

  private static Collection<String> kinds(String apiVersion) {
    Set<String> out = new TreeSet<>(Schemas.kinds(apiVersion));
    if (out.isEmpty()) {
      Schemas.apiVersions().forEach(v -> out.addAll(Schemas.kinds(v)));
    }
    return out;
  }

  /** The versions that have a kind, the stable ones first; all where none has. */
  private static Collection<String> versions(String kind) {
    Comparator<String> stableFirst =
        Comparator.comparing((String v) -> v.contains("alpha") || v.contains("beta"))
            .thenComparing(v -> v);
    List<String> all = new ArrayList<>(Schemas.apiVersions());
    all.sort(stableFirst);
    List<String> having = all.stream().filter(v -> Schemas.kinds(v).contains(kind)).toList();
    return having.isEmpty() ? all : having;
  }
}
