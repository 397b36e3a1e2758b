package dev.zonewright.yaml;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One document of a stream: its tree, or why there is none. Knows nothing of where it stands. */
public final class YamlDocument {
  private final int length;
  private final @Nullable YamlNode root;
  private final @Nullable Supplier<YamlNode> again;
  private final @Nullable YamlProblem problem;
  private final boolean aliased;

  public YamlDocument(
      int length, @Nullable YamlNode root, @Nullable YamlProblem problem, boolean aliased) {
    this(length, root, null, problem, aliased);
  }

  private YamlDocument(
      int length,
      @Nullable YamlNode root,
      @Nullable Supplier<YamlNode> again,
      @Nullable YamlProblem problem,
      boolean aliased) {
    this.length = length;
    this.root = root;
    this.again = again;
    this.problem = problem;
    this.aliased = aliased;
  }

  /**
   * The same document without its tree, which is read again when it is asked for, so that only what
   * is in use takes memory.
   *
   * @param reading reads the tree; gives the same one to all who ask while one of them holds it
   */
  public YamlDocument readAgainBy(Supplier<YamlNode> reading) {
    return new YamlDocument(length, null, reading, problem, aliased);
  }

  /** How many UTF-16 units its text has, separator line included. */
  public int length() {
    return length;
  }

  /** The tree; empty when the document holds only comments or could not be read. */
  public Optional<YamlNode> root() {
    return again == null ? Optional.ofNullable(root) : Optional.of(again.get());
  }

  /** Why it could not be read; empty when it could. */
  public Optional<YamlProblem> problem() {
    return Optional.ofNullable(problem);
  }

  /** Whether any alias stands in it. */
  public boolean hasAliases() {
    return aliased;
  }

  /** Whether its tree is read again when it is asked for. */
  public boolean isReadAgain() {
    return again != null;
  }

  /** A cursor on the root; one that does not exist when there is no tree. */
  public YamlCursor cursor() {
    return YamlCursor.root(this);
  }
}
