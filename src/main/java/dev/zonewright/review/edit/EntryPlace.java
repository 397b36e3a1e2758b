package dev.zonewright.review.edit;

import dev.zonewright.review.Attestation;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.review.RiskException;
import dev.zonewright.review.Scope;
import dev.zonewright.yaml.YamlPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where a new entry goes: below the last one of the same tenant, so that they stay together. */
final class EntryPlace {
  private EntryPlace() {}

  /** Behind how many entries of its list it goes; behind all where none is of the same tenant. */
  static int behind(ReviewFile file, NewEntry entry) {
    Stream<YamlPath> alike =
        switch (entry) {
          case NewEntry.AcceptedRisk risk ->
              file.exceptions().stream()
                  .filter(e -> tenant(e.scope(), file).equals(tenant(risk.scope(), file)))
                  .map(RiskException::path);
          case NewEntry.Attested given ->
              file.attestations().stream()
                  .filter(a -> Set.copyOf(a.tenants()).equals(tenants(given)))
                  .map(Attestation::path);
        };
    return alike.mapToInt(EntryPlace::number).max().orElse(Integer.MAX_VALUE - 1) + 1;
  }

  private static Set<String> tenants(NewEntry.Attested given) {
    return given.tenant().map(Set::of).orElse(Set.of());
  }

  /** Whom an exception is about; empty for what belongs to the whole cluster. */
  private static Optional<String> tenant(Scope scope, ReviewFile file) {
    return switch (scope) {
      case Scope.OfContainer(Scope.ObjectName object, String _) -> ofObject(object, file);
      case Scope.OfObject(Scope.ObjectName object) -> ofObject(object, file);
      case Scope.OfNamespace(String namespace) -> Optional.of(file.tenantOf(namespace));
      case Scope.OfTenant(String tenant) -> Optional.of(tenant);
    };
  }

  private static Optional<String> ofObject(Scope.ObjectName object, ReviewFile file) {
    if (!object.namespace().isEmpty()) {
      return Optional.of(file.tenantOf(object.namespace()));
    }
    return object.kind().equals("Namespace")
        ? Optional.of(file.tenantOf(object.name()))
        : Optional.empty();
  }

  private static int number(YamlPath entry) {
    List<YamlPath.Segment> segments = entry.segments();
    return segments.getLast() instanceof YamlPath.Index(int index) ? index : -1;
  }
}
