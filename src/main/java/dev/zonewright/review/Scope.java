package dev.zonewright.review;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Finding;
import dev.zonewright.kube.Tenants;
import java.util.Optional;

/** What an exception covers. Each is a key of its entry in the review file. */
public sealed interface Scope {
  /** The key of the entry. */
  String key();

  /** As the entry writes it. */
  String text();

  boolean covers(LocatedFinding finding);

  /** Whether it names one object, or a container of one. */
  default boolean isOfObject() {
    return this instanceof OfObject || this instanceof OfContainer;
  }

  /** A container: {@code NAMESPACE/KIND/NAME/CONTAINER}. */
  record OfContainer(ObjectName object, String container) implements Scope {
    @Override
    public String key() {
      return "container";
    }

    @Override
    public String text() {
      return object + "/" + container;
    }

    @Override
    public boolean covers(LocatedFinding finding) {
      return object.names(finding.finding()) && finding.finding().container().equals(container);
    }
  }

  /** An object with all of its containers: {@code NAMESPACE/KIND/NAME}. */
  record OfObject(ObjectName object) implements Scope {
    @Override
    public String key() {
      return "object";
    }

    @Override
    public String text() {
      return object.toString();
    }

    @Override
    public boolean covers(LocatedFinding finding) {
      return object.names(finding.finding());
    }
  }

  /** All objects of a namespace, and the Namespace itself. */
  record OfNamespace(String namespace) implements Scope {
    @Override
    public String key() {
      return "namespace";
    }

    @Override
    public String text() {
      return namespace;
    }

    @Override
    public boolean covers(LocatedFinding located) {
      Finding finding = located.finding();
      return finding.kind().equals("Namespace")
          ? finding.name().equals(namespace)
          : finding.tenant().isPresent() && placeOf(finding).equals(namespace);
    }
  }

  /** Everything that belongs to a tenant. */
  record OfTenant(String tenant) implements Scope {
    @Override
    public String key() {
      return "tenant";
    }

    @Override
    public String text() {
      return tenant;
    }

    @Override
    public boolean covers(LocatedFinding finding) {
      return finding.finding().tenant().filter(tenant::equals).isPresent();
    }
  }

  /**
   * An object as an entry names it.
   *
   * @param namespace empty for an object of the whole cluster
   */
  record ObjectName(String namespace, String kind, String name) {
    boolean names(Finding finding) {
      return finding.kind().equals(kind)
          && finding.name().equals(name)
          && (namespace.equals(finding.namespace()) || namespace.equals(placeOf(finding)));
    }

    @Override
    public String toString() {
      return namespace + "/" + kind + "/" + name;
    }
  }

  /** The namespace that a finding's object lives in, written or not. */
  static String placeOf(Finding finding) {
    if (!finding.namespace().isEmpty()) {
      return finding.namespace();
    }
    return finding.tenant().isPresent() ? Tenants.DEFAULT : "";
  }

  /**
   * Reads an entry's scope.
   *
   * @param key one of {@code container}, {@code object}, {@code namespace}, {@code tenant}
   * @return empty where the text does not have the form of the key
   */
  static Optional<Scope> parse(String key, String text) {
    String[] parts = text.split("/", -1);
    return switch (key) {
      case "container" ->
          parts.length == 4 && !parts[1].isEmpty() && !parts[2].isEmpty() && !parts[3].isEmpty()
              ? Optional.of(new OfContainer(new ObjectName(parts[0], parts[1], parts[2]), parts[3]))
              : Optional.empty();
      case "object" ->
          parts.length == 3 && !parts[1].isEmpty() && !parts[2].isEmpty()
              ? Optional.of(new OfObject(new ObjectName(parts[0], parts[1], parts[2])))
              : Optional.empty();
      case "namespace" ->
          parts.length == 1 && !text.isBlank()
              ? Optional.of(new OfNamespace(text))
              : Optional.empty();
      case "tenant" -> text.isBlank() ? Optional.empty() : Optional.of(new OfTenant(text));
      default -> Optional.empty();
    };
  }
}
