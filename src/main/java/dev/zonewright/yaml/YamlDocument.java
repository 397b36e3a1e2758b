package dev.zonewright.yaml;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One document of a stream: its tree, or why there is none. Knows nothing of where it stands. */
public class YamlDocument {
  private final int length;
  private final @Nullable YamlNode root;
  private final @Nullable YamlProblem problem;
  private final boolean aliased;

  public YamlDocument(
      int length, @Nullable YamlNode root, @Nullable YamlProblem problem, boolean aliased) {
    this.length = length;
    this.root = root;
    this.problem = problem;
    this.aliased = aliased;
  }

  /** How many UTF-16 units its text has, separator line included. */
  public final int length() {
    return length;
  }

  /** The tree; empty when the document holds only comments or could not be read. */
  public Optional<YamlNode> root() {
    return Optional.ofNullable(root);
  }

  /** Why it could not be read; empty when it could. */
  public final Optional<YamlProblem> problem() {
    return Optional.ofNullable(problem);
  }

  /** Whether any alias stands in it. */
  public final boolean hasAliases() {
    return aliased;
  }

  /**
   * Whether its tree is read again when it is asked for, so that only what is in use takes memory.
   * Whoever holds a node, or a cursor below the root, is given the same tree again.
   */
  protected boolean isReadAgain() {
    return false;
  }

  /** A cursor on the root; one that does not exist when there is no tree. */
  public final YamlCursor cursor() {
    return YamlCursor.root(this);
  }
}
