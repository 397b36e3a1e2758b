package dev.zonewright.yaml.edit;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.Layout;
import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.parse.YamlParser;
import dev.zonewright.yaml.plan.AliasGuard;
import dev.zonewright.yaml.plan.BlockInsertion;
import dev.zonewright.yaml.plan.BlockRemoval;
import dev.zonewright.yaml.plan.Container;
import dev.zonewright.yaml.plan.EditPlan;
import dev.zonewright.yaml.plan.EditRefusal;
import dev.zonewright.yaml.plan.EntryComments;
import dev.zonewright.yaml.plan.FlowInsertion;
import dev.zonewright.yaml.plan.FlowRemoval;
import dev.zonewright.yaml.plan.ItemInsertion;
import dev.zonewright.yaml.plan.ListRewrite;
import dev.zonewright.yaml.plan.Route;
import dev.zonewright.yaml.plan.ScalarWriter;
import dev.zonewright.yaml.plan.ValueReplacement;
import dev.zonewright.yaml.plan.ValueWriter;
import dev.zonewright.yaml.plan.WritingStyle;
import dev.zonewright.yaml.plan.WrittenValue;
import java.util.List;
import java.util.function.Supplier;

/**
 * A document's text as edits have left it so far. Each edit is proved before it is taken; one that
 * cannot be throws {@link EditRefusal} and leaves everything as it was.
 */
sealed class EditedText permits AskedText {
  private static final int MOST_REPETITIONS = 50;

  private final String before;
  final EditMode mode;
  private String text;
  private YamlDocument document;
  private EditSet edits;

  /**
   * A text under edit.
   *
   * @param before the text at the beginning
   * @param text the text now, of which {@code document} is the tree
   */
  EditedText(String before, String text, YamlDocument document, EditSet edits, EditMode mode) {
    this.before = before;
    this.mode = mode;
    this.text = text;
    this.document = document;
    this.edits = edits;
  }

  /** Another text that goes on from here. */
  EditedText copy() {
    return new EditedText(before, text, document, edits, mode);
  }

  String before() {
    return before;
  }

  String text() {
    return text;
  }

  YamlDocument document() {
    return document;
  }

  void rest() {
    document = YamlParser.readLate(document, text);
  }

  void adopt(EditSet more, String result) {
    edits = edits.then(more, before);
    text = result;
    document = YamlParser.parse(result);
  }

  EditSet edits() {
    return edits;
  }

  void set(YamlPath path, YamlValue value) {
    Route route = Route.follow(document, path);
    if (!route.isComplete()) {
      inserting(route, value);
      return;
    }
    if (WrittenValue.isAt(value, route.node().resolved())) {
      return;
    }
    EditGuards.beforeReplacing(this, route);
    String anchor = route.node().anchor();
    IntendedTree intended = IntendedTree.at(route, new IntendedTree.Written(value, anchor));
    adopt(new ValueReplacement(new Layout(text), route, writer(route)).plans(value), intended);
  }

  private void inserting(Route route, YamlValue value) {
    YamlEntry inherited = route.inherited();
    if (inherited != null) {
      if (WrittenValue.isAt(value, inherited.value().resolved())) {
        return;
      }
      // a strict API server takes an entry of its own beside it for the same key twice
      throw new EditRefusal(
          "it comes in through <<, and an API server refuses an entry of its own beside that as a"
              + " duplicate key; change it where it is defined");
    }
    YamlValue whole = value;
    for (YamlPath.Segment segment : route.missing().subList(1, route.missing().size()).reversed()) {
      whole = YamlValue.mapping(EditGuards.keyOf(segment), whole);
    }
    String key = EditGuards.keyOf(route.missing().getFirst());
    EditGuards.beforeInserting(this, route);
    if (!(route.node() instanceof YamlMapping mapping)) {
      YamlValue nested = YamlValue.mapping(key, whole);
      IntendedTree intended =
          IntendedTree.at(route, new IntendedTree.Written(nested, route.node().anchor()));
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
      IntendedTree intended =
          IntendedTree.inserted(route, mapping, mapping.entries().size(), key, value);
      adopt(new FlowInsertion(layout, Container.of(mapping)).plans(part), intended);
      return;
    }
    boolean nested = value instanceof YamlValue.Mapping || value instanceof YamlValue.Items;
    BlockInsertion insertion = new BlockInsertion(layout, route, mapping);
    String entry = writer.entry(key, value, BlockInsertion.column(layout, mapping));
    for (int position : insertion.positions(nested)) {
      BlockInsertion.Placed placed = insertion.at(position, entry);
      IntendedTree intended = IntendedTree.inserted(route, mapping, placed.position(), key, value);
      ProvedEdit proof = ProvedEdit.of(this, placed.plan(), intended);
      if (proof != null) {
        adopt(proof);
        return;
      }
    }
    throw EditGuards.unproved();
  }

  void remove(YamlPath path) {
    if (path.isRoot()) {
      throw new EditRefusal("a document cannot be removed from itself");
    }
    Route route = Route.follow(document, path);
    if (route.inherited() != null) {
      throw new EditRefusal("it comes in through <<; change it where it is defined");
    }
    for (int i = 0; route.isComplete(); i++) {
      refuseEndless(i);
      EditGuards.beforeRemoving(this, route);
      removeOne(route);
      if (path.last() instanceof YamlPath.Index) {
        return;
      }
      route = Route.follow(document, path);
    }
  }

  void removeEarlier(YamlPath path) {
    Route earlier = Route.follow(document, path).earlier();
    for (int i = 0; earlier != null; i++) {
      refuseEndless(i);
      EditGuards.beforeRemovingHidden(this, earlier);
      removeOne(earlier);
      earlier = Route.follow(document, path).earlier();
    }
  }

  /** Each removal parses the document again. */
  private static void refuseEndless(int removed) {
    if (removed >= MOST_REPETITIONS) {
      throw new EditRefusal(
          "it stands there more than " + MOST_REPETITIONS + " times; remove it by hand");
    }
  }

  private void removeOne(Route route) {
    Layout layout = new Layout(text);
    Route.Step last = route.lastStep();
    Container container = Container.of(last.container());
    adopt(
        container.flow()
            ? List.of(new FlowRemoval(layout, container, last.part()).plan())
            : new BlockRemoval(layout, route).plans(),
        IntendedTree.without(route));
  }

  void copyComments(YamlPath from, YamlPath to) {
    Layout layout = new Layout(text);
    EntryComments comments = EntryComments.of(layout, Route.follow(document, from));
    if (comments.isEmpty()) {
      return;
    }
    adopt(
        comments.plans(layout, Route.follow(document, to)),
        new IntendedTree.Kept(EditGuards.root(document)),
        () -> EditGuards.homeless(comments.first()));
  }

  void rename(YamlPath path, String key) {
    Route route = Route.follow(document, path);
    if (!route.isComplete() || path.isRoot()) {
      throw new EditRefusal("it is not there");
    }
    EditGuards.beforeRenaming(this, route, key);
    if (route.lastStep().container() instanceof YamlMapping holder
        && holder.entries().get(route.lastStep().part()).key() instanceof YamlScalar old) {
      String written =
          old.style() == YamlScalar.Style.PLAIN
              ? writer(route).key(key)
              : ScalarWriter.text(key, old.style());
      TextRange range = new TextRange(old.start(), old.end());
      EditPlan plan = EditPlan.of(range, TextEdit.replace(range.start(), range.end(), written));
      adopt(List.of(plan), IntendedTree.renamed(route, holder, key));
    }
  }

  void replaceList(YamlPath path, List<String> items) {
    Route route = Route.follow(document, path);
    if (!route.isComplete() || !(route.node() instanceof YamlSequence list)) {
      set(path, YamlValue.strings(items.toArray(String[]::new)));
      return;
    }
    if (ListRewrite.equals(list, items)) {
      return;
    }
    EditGuards.beforeReplacing(this, route);
    WritingStyle style = WritingStyle.around(new Layout(text), EditGuards.root(document), route);
    YamlValue value = YamlValue.strings(items.toArray(String[]::new));
    adopt(
        new ListRewrite(new Layout(text), route, list, style.json()).plans(items),
        IntendedTree.at(route, new IntendedTree.Written(value, list.anchor())));
  }

  void addItem(YamlPath path, int behind, YamlValue item) {
    Route route = Route.follow(document, path);
    if (!route.isComplete() || Route.isNull(route.node())) {
      set(path, new YamlValue.Items(List.of(item)));
      return;
    }
    if (route.node() instanceof YamlAlias alias) {
      throw AliasGuard.through(document, path, alias.target());
    }
    if (!(route.node() instanceof YamlSequence list)) {
      throw new EditRefusal("it is no list");
    }
    EditGuards.beforeInserting(this, route);
    WritingStyle style = WritingStyle.around(new Layout(text), EditGuards.root(document), route);
    adopt(
        new ItemInsertion(new Layout(text), list, style).plans(item, behind),
        IntendedTree.inserted(route, list, behind, item));
  }

  private ValueWriter writer(Route route) {
    WritingStyle style = WritingStyle.around(new Layout(text), EditGuards.root(document), route);
    return new ValueWriter(style, WritingStyle.strings(route));
  }

  private void adopt(List<EditPlan> plans, IntendedTree intended) {
    adopt(plans, intended, EditGuards::unproved);
  }

  private void adopt(List<EditPlan> plans, IntendedTree intended, Supplier<EditRefusal> otherwise) {
    for (EditPlan plan : plans) {
      ProvedEdit proof = ProvedEdit.of(this, plan, intended);
      if (proof != null) {
        adopt(proof);
        return;
      }
    }
    throw otherwise.get();
  }

  private void adopt(ProvedEdit proof) {
    edits = edits.then(proof.plan().edits(), before);
    text = proof.text();
    document = proof.document();
  }
}
