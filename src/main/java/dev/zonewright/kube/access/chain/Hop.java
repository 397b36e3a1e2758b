package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.secret.Masked;
import dev.zonewright.yaml.YamlPath;
import java.util.Optional;

/**
 * One step on the way from an account to a power.
 *
 * @param title the object, as people name it: {@code RoleBinding acme/release}
 * @param text what it gives, a clause
 * @param object where it can be read; empty for what no object says
 * @param path in the object's document; empty for the object as a whole
 * @param cut how the chain can be cut here; empty where it cannot
 */
public record Hop(
    Kind kind,
    String title,
    String text,
    Optional<ObjectRef> object,
    Optional<YamlPath> path,
    Optional<String> cut) {
  public Hop {
    title = Masked.within(title);
    text = Masked.within(text);
  }

  /** What the step is. */
  public enum Kind {
    WORKLOAD,
    ACCOUNT,
    BINDING,
    ROLE,
    /** The account acts, for instance runs a pod as another account. */
    ACT,
    /** What lets the act pass, or refuses it. */
    ADMISSION,
    POWER
  }

  static Hop said(Kind kind, String title, String text) {
    return new Hop(kind, title, text, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A step that is written in an object. */
  static Hop in(Kind kind, String title, String text, ObjectRef object, Optional<YamlPath> path) {
    return new Hop(kind, title, text, Optional.of(object), path, Optional.empty());
  }

  Hop cutBy(String how) {
    return new Hop(kind, title, text, object, path, Optional.of(how));
  }
}
