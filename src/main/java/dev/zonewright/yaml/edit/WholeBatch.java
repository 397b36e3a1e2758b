package dev.zonewright.yaml.edit;

import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlPath;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes the changes one after another, each proved on the whole document. */
final class WholeBatch implements EditBatch {
  /**
   * How many characters may be read again to prove changes one by one; some seconds. Without it,
   * thousands of changes in one long document would take the square of its length.
   */
  private static final long MOST_READ = 10_000_000;

  /**
   * So many changes may be made of a document however long it is after those of its items: to read
   * it for one costs less than to look at all of it afresh.
   */
  private static final long FEW = 8;

  /** The same where nothing could be changed yet. */
  private static final long MOST_REFUSED = 5 * MOST_READ;

  private final Supplier<YamlDocument> start;
  private final long mostRead;
  private long read;
  private YamlEditor editor;
  private final TouchedPaths touched;

  WholeBatch(YamlDocument start, YamlEditor editor) {
    this(() -> start, editor, new TouchedPaths(), MOST_READ);
  }

  /**
   * The same for one of many short texts, whose trees are not worth keeping.
   *
   * @param start reads the text at the beginning again, which is seldom asked for
   */
  WholeBatch(Supplier<YamlDocument> start, YamlEditor editor) {
    this(start, editor, new TouchedPaths(), MOST_READ);
  }

  /**
   * The same after changes that have touched these paths, for as few changes as a fresh look would
   * cost more than.
   */
  WholeBatch(YamlDocument start, YamlEditor editor, TouchedPaths touched) {
    this(
        () -> start,
        editor,
        touched,
        touched.isEmpty() ? MOST_READ : MOST_READ + FEW * editor.text().length());
  }

  private WholeBatch(
      Supplier<YamlDocument> start, YamlEditor editor, TouchedPaths touched, long mostRead) {
    this.start = start;
    this.editor = editor;
    this.touched = touched;
    this.mostRead = mostRead;
  }

  @Override
  public Result add(YamlPath at, Consumer<YamlEditor> change, Guard guard) {
    long read = this.read + editor.sharing().read();
    if (read > mostRead && !touched.isEmpty()) {
      return new Result.Refused(MORE_TO_CHANGE);
    }
    if (read > MOST_REFUSED) {
      return new Result.Refused(TOO_LONG);
    }
    YamlEditor next = editor.fork();
    change.accept(next);
    if (next.sharing().isAskedAgain()) {
      return new Result.PutOff();
    }
    this.read += editor.text().length();
    boolean fresh = touched.isEmpty();
    if (touched.areInTheWayOf(next)) {
      return new Result.PutOff();
    }
    return switch (next.finish()) {
      case EditOutcome.Refused(String reason) when fresh -> new Result.Refused(reason);
      case EditOutcome.Refused _ -> refusedAlone(change);
      case EditOutcome.Edited(EditSet _, String text) when text.equals(editor.text()) ->
          fresh ? new Result.Refused("nothing is left to change") : new Result.PutOff();
      case EditOutcome.Edited _ -> {
        Optional<String> objection = objection(change, guard);
        if (objection.isPresent()) {
          yield new Result.Refused(objection.get());
        }
        editor = next;
        touched.addAll(next);
        yield new Result.Made();
      }
    };
  }

  /** What the guard says of the change by itself. */
  private Optional<String> objection(Consumer<YamlEditor> change, Guard guard) {
    if (guard.equals(Guard.NONE)) {
      return Optional.empty();
    }
    YamlEditor alone = editor.onward();
    change.accept(alone);
    return alone.finish() instanceof EditOutcome.Edited(EditSet edits, String _)
        ? guard.objection(editor.text(), edits)
        : Optional.empty();
  }

  /** Whether a change is refused for its own sake, and not for what came before it. */
  private Result refusedAlone(Consumer<YamlEditor> change) {
    YamlEditor alone = editor.restarted(start.get());
    change.accept(alone);
    return alone.finish() instanceof EditOutcome.Refused(String reason)
        ? new Result.Refused(reason)
        : new Result.PutOff();
  }

  /** Holds no tree until the next change. */
  void rest() {
    editor.rest();
  }

  /** What the changes have touched. */
  TouchedPaths touched() {
    return touched;
  }

  /** The document with the changes made. */
  YamlDocument document() {
    return editor.document();
  }

  /** The text with the changes made. */
  String text() {
    return editor.text();
  }

  @Override
  public EditSet edits() {
    return editor.finish() instanceof EditOutcome.Edited(EditSet edits, String _)
        ? edits
        : EditSet.EMPTY;
  }
}
