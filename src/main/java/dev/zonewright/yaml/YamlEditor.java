package dev.zonewright.yaml;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import java.util.LinkedHashSet;
import java.util.List;
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
  private final String before;
  private String text;
  private YamlDocument document;
  private EditSet edits;
  private final Set<YamlPath> touched = new LinkedHashSet<>();
  private final ItemShift shift;
  private YamlValue.@Nullable Mapping appended;
  private @Nullable String refusal;

  private YamlEditor(
      String before, String text, YamlDocument document, EditSet edits, ItemShift shift) {
    this.shift = shift;
    this.before = before;
    this.text = text;
    this.document = document;
    this.edits = edits;
    document.problem().ifPresent(p -> refusal = "the document cannot be read: " + p.what());
  }

  /** An editor on a document's text, separator line included, lines ended by LF. */
  public static YamlEditor on(String documentText) {
    return on(YamlParser.parse(documentText), documentText);
  }

  /** The same where the text is parsed already. */
  static YamlEditor on(YamlDocument document, String documentText) {
    return within(document, documentText, ItemShift.NONE);
  }

  /** An editor on a part of a list, which takes paths of the whole. */
  static YamlEditor within(YamlDocument part, String partText, ItemShift shift) {
    return new YamlEditor(partText, partText, part, EditSet.EMPTY, shift);
  }

  /** Another editor that goes on from here, and has touched nothing yet. */
  YamlEditor fork() {
    YamlEditor next = new YamlEditor(before, text, document, edits, shift);
    next.appended = appended;
    if (refusal != null) {
      next.refusal = refusal;
    }
    return next;
  }

  /** Another editor on the text at the beginning, of which this is the document. */
  YamlEditor restarted(YamlDocument start) {
    return within(start, before, shift);
  }

  /**
   * The paths that were asked to change; of a list item that goes, its list; the root where a
   * document comes behind this one.
   */
  Set<YamlPath> touched() {
    return touched;
  }

  /** The text as the edits so far have left it. */
  String text() {
    return text;
  }

  YamlDocument document() {
    return document;
  }

  /** What stands at a path, as the edits so far have left it. */
  public YamlCursor at(YamlPath path) {
    return shift.reaches(path)
        ? document.cursor().at(shift.inPart(path))
        : document.cursor().get("").at(0);
  }

  /**
   * Gives the path this value: sets what is there, or inserts the entry, together with the mappings
   * that are missing on the way. A whole mapping or list that is there is replaced. A key that
   * comes in through {@code <<} is overridden by an entry of its own; an alias is replaced by the
   * value, in this place only.
   */
  public YamlEditor set(YamlPath path, YamlValue value) {
    return attempt(
        path,
        at -> {
          setting(at, value);
          Guards.afterSetting(document, at, value);
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
      touched.add(path.parent());
    }
    return attempt(path, this::removing);
  }

  /** Gives an entry another key; its value, its place and its comments stay. */
  public YamlEditor rename(YamlPath path, String key) {
    return attempt(path, at -> renaming(at, key));
  }

  /** Replaces a whole list by these strings, keeping its style. */
  public YamlEditor replaceList(YamlPath list, List<String> items) {
    return attempt(list, at -> replacing(at, items));
  }

  /** Adds an item at the end of a list; a list that is not there is begun. */
  public YamlEditor addItem(YamlPath list, YamlValue item) {
    return attempt(list, at -> adding(at, item));
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
    EditOutcome.Edited made = new EditOutcome.Edited(edits, text);
    return appended == null ? made : DocumentAppend.behind(document, appended, made, before);
  }

  private YamlEditor attempt(YamlPath path, Consumer<YamlPath> edit) {
    touched.add(path);
    if (refusal == null) {
      try {
        edit.accept(shift.inPart(path));
      } catch (EditRefusal e) {
        refusal = Route.named(path) + " is not changed: " + e.reason();
      }
    }
    return this;
  }

  private void setting(YamlPath path, YamlValue value) {
    Route route = Route.follow(document, path);
    if (!route.isComplete()) {
      inserting(route, value);
      return;
    }
    if (TreeProof.isWritten(value, route.node().resolved())) {
      return;
    }
    Guards.beforeReplacing(document, text, route);
    String anchor = route.node().anchor();
    Intended intended = Intended.at(route, new Intended.Written(value, anchor));
    adopt(new ValueReplacement(new Layout(text), route, writer(route)).plans(value), intended);
  }

  private void inserting(Route route, YamlValue value) {
    YamlEntry inherited = route.inherited();
    if (inherited != null && TreeProof.isWritten(value, inherited.value().resolved())) {
      return;
    }
    YamlValue whole = value;
    for (YamlPath.Segment segment : route.missing().subList(1, route.missing().size()).reversed()) {
      whole = YamlValue.mapping(Guards.keyOf(segment), whole);
    }
    String key = Guards.keyOf(route.missing().getFirst());
    Guards.beforeInserting(document, text, route);
    if (!(route.node() instanceof YamlMapping mapping)) {
      YamlValue nested = YamlValue.mapping(key, whole);
      Intended intended = Intended.at(route, new Intended.Written(nested, route.node().anchor()));
      adopt(new ValueReplacement(new Layout(text), route, writer(route)).plans(nested), intended);
      return;
    }
    insertInto(route, mapping, key, whole);
  }

  private void insertInto(Route route, YamlMapping mapping, String key, YamlValue value) {
    Layout layout = new Layout(text);
    ValueWriter writer = writer(route);
    if (mapping.flow()) {
      String part = writer.key(key) + ": " + writer.inline(value);
      Intended intended = Intended.inserted(route, mapping, mapping.entries().size(), key, value);
      adopt(new FlowInsertion(layout, Container.of(mapping)).plans(part), intended);
      return;
    }
    int column = BlockInsertion.column(layout, mapping);
    boolean nested = value instanceof YamlValue.Mapping || value instanceof YamlValue.Items;
    for (BlockInsertion.Placed placed :
        new BlockInsertion(layout, route, mapping)
            .plans(writer.entry(key, value, column), nested)) {
      Intended intended = Intended.inserted(route, mapping, placed.position(), key, value);
      Proof proof = Proof.of(text, placed.plan(), intended);
      if (proof != null) {
        adopt(proof);
        return;
      }
    }
    throw Guards.unproved();
  }

  private void removing(YamlPath path) {
    if (path.isRoot()) {
      throw new EditRefusal("a document cannot be removed from itself");
    }
    Route route = Route.follow(document, path);
    if (route.inherited() != null) {
      throw new EditRefusal("it comes in through <<; change it where it is defined");
    }
    while (route.isComplete()) {
      Guards.beforeRemoving(document, text, route);
      Layout layout = new Layout(text);
      Route.Step last = route.lastStep();
      Container container = Container.of(last.container());
      adopt(
          container.flow()
              ? List.of(new FlowRemoval(layout, container, last.part()).plan())
              : new BlockRemoval(layout, route).plans(),
          Intended.without(route));
      if (path.last() instanceof YamlPath.Index) {
        return;
      }
      route = Route.follow(document, path);
    }
  }

  private void renaming(YamlPath path, String key) {
    Route route = Route.follow(document, path);
    if (!route.isComplete() || path.isRoot()) {
      throw new EditRefusal("it is not there");
    }
    Guards.beforeRenaming(document, text, route, key);
    if (route.lastStep().container() instanceof YamlMapping holder
        && holder.entries().get(route.lastStep().part()).key() instanceof YamlScalar old) {
      String written =
          old.style() == YamlScalar.Style.PLAIN
              ? writer(route).key(key)
              : ScalarWriter.text(key, old.style());
      TextRange range = new TextRange(old.start(), old.end());
      EditPlan plan = EditPlan.of(range, TextEdit.replace(range.start(), range.end(), written));
      adopt(List.of(plan), Intended.renamed(route, holder, key));
    }
  }

  private void replacing(YamlPath path, List<String> items) {
    Route route = Route.follow(document, path);
    if (!route.isComplete() || !(route.node() instanceof YamlSequence list)) {
      setting(path, YamlValue.strings(items.toArray(String[]::new)));
      return;
    }
    if (ListRewrite.equals(list, items)) {
      return;
    }
    Guards.beforeReplacing(document, text, route);
    Layout layout = new Layout(text);
    WritingStyle style = WritingStyle.around(layout, Guards.root(document), route);
    YamlValue value = YamlValue.strings(items.toArray(String[]::new));
    adopt(
        new ListRewrite(layout, route, list, style.json()).plans(items),
        Intended.at(route, new Intended.Written(value, list.anchor())));
  }

  private void adding(YamlPath path, YamlValue item) {
    Route route = Route.follow(document, path);
    if (!route.isComplete() || Route.isNull(route.node())) {
      setting(path, new YamlValue.Items(List.of(item)));
      return;
    }
    if (route.node() instanceof YamlAlias alias) {
      throw Sharing.through(document, path, alias.target());
    }
    if (!(route.node() instanceof YamlSequence list)) {
      throw new EditRefusal("it is no list");
    }
    Guards.beforeInserting(document, text, route);
    Layout layout = new Layout(text);
    WritingStyle style = WritingStyle.around(layout, Guards.root(document), route);
    adopt(new ItemInsertion(layout, list, style).plans(item), Intended.appended(route, list, item));
  }

  private ValueWriter writer(Route route) {
    WritingStyle style = WritingStyle.around(new Layout(text), Guards.root(document), route);
    return new ValueWriter(style, WritingStyle.strings(route));
  }

  private void adopt(List<EditPlan> plans, Intended intended) {
    for (EditPlan plan : plans) {
      Proof proof = Proof.of(text, plan, intended);
      if (proof != null) {
        adopt(proof);
        return;
      }
    }
    throw Guards.unproved();
  }

  private void adopt(Proof proof) {
    edits = edits.then(proof.plan().edits(), before);
    text = proof.text();
    document = proof.document();
  }
}
