package dev.zonewright.yaml.edit;

import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.parse.YamlParser;
import dev.zonewright.yaml.plan.EditRefusal;
import dev.zonewright.yaml.plan.Route;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Edits of one document, asked for by path, made as the smallest changes of its text. Each is
 * proved by parsing the result and comparing it with the intended tree; what cannot be proved, or
 * would be a guess, is refused with its reason. After a refusal the following edits are ignored,
 * and {@link #finish} returns the reason.
 *
 * <p>Later edits see the result of earlier ones. What is already as asked is left alone. Where a
 * key stands twice, a path means the last one, which is the one that counts.
 */
public final class YamlEditor {
  private final EditedText edited;
  private final Set<YamlPath> touched = new LinkedHashSet<>();
  private final Set<YamlPath> itemsGone = new LinkedHashSet<>();
  private final Set<YamlPath> shortened = new LinkedHashSet<>();
  private final ItemShift shift;
  private final Sharing sharing;
  private YamlValue.@Nullable Mapping appended;
  private @Nullable String refusal;

  private YamlEditor(EditedText edited, ItemShift shift, Sharing sharing) {
    this.shift = shift;
    this.sharing = sharing;
    this.edited = edited;
    edited.document().problem().ifPresent(p -> refuse("the document cannot be read: " + p.what()));
  }

  /** An editor on a document's text, separator line included, lines ended by LF. */
  public static YamlEditor on(String documentText) {
    return on(YamlParser.parse(documentText), documentText);
  }

  /** The same where the text is parsed already. */
  static YamlEditor on(YamlDocument document, String documentText) {
    return begin(document, documentText, EditMode.DOCUMENT, ItemShift.NONE, Sharing.begin());
  }

  /** An editor that changes nothing, and takes down what it is asked for. */
  static YamlEditor asked(AskedText asked) {
    return new YamlEditor(asked, ItemShift.NONE, Sharing.begin());
  }

  /** The same for many changes, whose result is proved in the end: see {@link EditMode#PART}. */
  static YamlEditor stepwise(YamlDocument document, String documentText) {
    return within(document, documentText, ItemShift.NONE);
  }

  /** An editor on a part of a list, which takes paths of the whole. */
  static YamlEditor within(YamlDocument part, String partText, ItemShift shift) {
    return begin(part, partText, EditMode.PART, shift, Sharing.begin());
  }

  private static YamlEditor begin(
      YamlDocument start, String text, EditMode mode, ItemShift shift, Sharing sharing) {
    return new YamlEditor(new EditedText(text, text, start, EditSet.EMPTY, mode), shift, sharing);
  }

  /** An editor that changes text which several places share for all of them. */
  static YamlEditor sharing(YamlDocument document, String documentText) {
    return begin(document, documentText, EditMode.SHARING, ItemShift.NONE, Sharing.begin());
  }

  /**
   * Makes the change of one more place that shares its text; what an earlier one did to the same
   * item of a list is not done again.
   */
  void withNextSharer(Consumer<YamlEditor> change) {
    sharing.nextSharer();
    change.accept(this);
  }

  Sharing sharing() {
    return sharing;
  }

  /** Another editor that goes on from here, and has touched nothing yet. */
  YamlEditor fork() {
    YamlEditor next = new YamlEditor(edited.copy(), shift, sharing.onward());
    next.appended = appended;
    next.refusal = refusal;
    return next;
  }

  /** Another editor, to which the text as it is now is the beginning. */
  YamlEditor onward() {
    return from(edited.document(), edited.text());
  }

  /** Another editor on the text at the beginning, of which this is the document. */
  YamlEditor restarted(YamlDocument start) {
    return from(start, edited.before());
  }

  private YamlEditor from(YamlDocument start, String text) {
    EditMode mode = edited.mode == EditMode.PART ? EditMode.PART : EditMode.DOCUMENT;
    return begin(start, text, mode, shift, sharing.restarted());
  }

  /**
   * The paths that were asked to change; of a list item that goes, its list; the root where a
   * document comes behind this one.
   */
  Set<YamlPath> touched() {
    return touched;
  }

  /** The items that were asked to go. */
  Set<YamlPath> itemsGone() {
    return itemsGone;
  }

  /** Of the touched paths the lists to which nothing was done but that items went. */
  Set<YamlPath> shortened() {
    return shortened;
  }

  /** The text as the edits so far have left it. */
  String text() {
    return edited.text();
  }

  YamlDocument document() {
    return edited.document();
  }

  void rest() {
    edited.rest();
  }

  /** What stands at a path, as the edits so far have left it. */
  public YamlCursor at(YamlPath path) {
    if (shift.reaches(path)) {
      return edited.document().cursor().at(shift.inPart(path));
    }
    // an answer from a part would be a guess
    refuse(ItemShift.outside());
    return edited.document().cursor().get("").at(0);
  }

  /**
   * Gives the path this value: sets what is there, or inserts the entry, together with the mappings
   * that are missing on the way. A whole mapping or list that is there is replaced. A key that
   * comes in through {@code <<} is refused: an entry of its own beside it is a duplicate key to a
   * strict API server. An alias is replaced by the value, in this place only.
   */
  public YamlEditor set(YamlPath path, YamlValue value) {
    return attempt(
        path,
        at -> {
          edited.set(at, value);
          EditGuards.afterSetting(edited, at, value);
        });
  }

  /**
   * Removes an entry or a list item, with the comments that belong to it; of a key that stands
   * twice, all of its entries. The last entry leaves <code>{}</code> behind, the last item {@code
   * []}. What is not there is no obstacle.
   */
  public YamlEditor remove(YamlPath path) {
    if (!path.isRoot() && path.last() instanceof YamlPath.Index) {
      // the items after it move
      if (touched.add(path.parent())) {
        shortened.add(path.parent());
      }
      itemsGone.add(path);
      if (sharing.isMade(edited, path)) {
        return this;
      }
    }
    return attempt(path, edited::remove);
  }

  /**
   * Of a key that stands more than once in its mapping, removes all entries but the last, which is
   * the one that counts, with the comments that belong to them.
   */
  public YamlEditor removeEarlier(YamlPath path) {
    return attempt(path, edited::removeEarlier);
  }

  /**
   * Puts the comments of one entry at another, which was just set and has none: those directly
   * above it, in it and behind it. Refused where one of them has no place.
   */
  public YamlEditor copyComments(YamlPath from, YamlPath to) {
    return attempt(to, at -> edited.copyComments(shift.inPart(from), at));
  }

  /** Gives an entry another key; its value, its place and its comments stay. */
  public YamlEditor rename(YamlPath path, String key) {
    return attempt(path, at -> edited.rename(at, key));
  }

  /** Replaces a whole list by these strings, keeping its style. */
  public YamlEditor replaceList(YamlPath list, List<String> items) {
    return attempt(list, at -> edited.replaceList(at, items));
  }

  /** Adds an item at the end of a list; a list that is not there is begun. */
  public YamlEditor addItem(YamlPath list, YamlValue item) {
    return addItem(list, Integer.MAX_VALUE, item);
  }

  /** Adds an item behind so many others, or all; comments above the one that follows stay there. */
  public YamlEditor addItem(YamlPath list, int behind, YamlValue item) {
    boolean made = sharing.isMade(edited, list);
    return made ? this : attempt(list, at -> edited.addItem(at, behind, item));
  }

  /**
   * Puts a new document behind this one, in the same file; at most one. {@link #at} does not show
   * it.
   */
  public YamlEditor appendDocument(YamlValue.Mapping root) {
    touched.add(YamlPath.ROOT);
    if (appended != null) {
      return refuse("a document is already put behind this one");
    }
    appended = root;
    return this;
  }

  /**
   * Makes the changes of several places that share their text where that text is defined. If these
   * are not all that share it, or do not ask for the same, the first change is made by itself.
   *
   * @param changes one for each place; in the order of the text, so that what is defined comes
   *     before what takes it over
   * @param otherwise the change to make, or to be refused, where that cannot be
   */
  public YamlEditor forAllSharers(List<SharedChange> changes, Consumer<YamlEditor> otherwise) {
    if (refusal != null || sharing.isSettled(changes)) {
      return this;
    }
    Optional<SharedEdit> shared = sharing.edit(edited.document(), edited.text(), changes);
    if (shared.isEmpty()) {
      otherwise.accept(this);
      return this;
    }
    touched.addAll(shared.get().touched());
    shortened.clear();
    edited.adopt(shared.get().edits(), shared.get().text());
    return this;
  }

  /** Refuses on behalf of the caller. */
  public YamlEditor refuse(String reason) {
    if (refusal == null) {
      refusal = reason;
    }
    return this;
  }

  /** The edits so far as one edit set against the text at the beginning, or why there is none. */
  public EditOutcome finish() {
    if (refusal != null) {
      return new EditOutcome.Refused(refusal);
    }
    EditOutcome.Edited made = new EditOutcome.Edited(edited.edits(), edited.text());
    return appended == null
        ? made
        : DocumentAppend.behind(edited.document(), appended, made, edited.before());
  }

  private YamlEditor attempt(YamlPath path, Consumer<YamlPath> edit) {
    touched.add(path);
    shortened.remove(path);
    if (refusal == null) {
      try {
        boolean shares = edited.mode == EditMode.SHARING;
        YamlPath at = shares ? sharing.defining(edited.document(), path) : shift.inPart(path);
        if (shares) {
          touched.add(at);
        }
        edit.accept(at);
      } catch (EditRefusal e) {
        refusal = Route.named(path) + " is not changed: " + e.reason();
      }
    }
    return this;
  }
}
