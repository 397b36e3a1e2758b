package dev.zonewright.yaml.edit;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.ReadText;
import dev.zonewright.yaml.parse.YamlParser;
import dev.zonewright.yaml.plan.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes items of long lists one by one, the objects of a {@code kind: List} or the containers of
 * a pod, and entries of very long mappings. Each is edited between its neighbours, the others left
 * out; at the end all edits are made in the whole text, and the result is read once and compared
 * item by item.
 */
final class ListBatch implements EditBatch {
  /** How often the document may be read in all before the rest is put off. */
  private static final long MOST_TIMES = 100;

  private static final long ALWAYS = 10_000_000;

  /** So many windows keep their trees: changes of one item mostly come one after another. */
  private static final int MOST_AWAKE = 8;

  private final YamlNode root;
  private final String text;
  private final Map<YamlPath, Window> windows = new HashMap<>();
  private final SequencedSet<YamlPath> awake = new LinkedHashSet<>();
  private final Set<YamlPath> aboveUsed = new HashSet<>();
  private final EntryNumbers numbers = new EntryNumbers();
  private final Map<YamlPath, Set<String>> newKeys = new HashMap<>();
  private long read;
  private @Nullable ReadText proved;

  /** The item of the change before: most have several, and nothing else is changed in between. */
  private @Nullable YamlPath latest;

  /** Items of a list often read alike, written out of one anchor for one. */
  private @Nullable YamlDocument parsed;

  private String parsedText = "";

  /**
   * An item between its neighbours.
   *
   * @param excerpt where it stands
   * @param batch changes it
   */
  private record Window(ItemExcerpt excerpt, WholeBatch batch) {
    /** What an entry has become: all that stands between its neighbours. */
    List<YamlEntry> entries() {
      Route route = Route.follow(batch.document(), excerpt.shift().part().parent());
      return route.isComplete() && route.node() instanceof YamlMapping mapping
          ? mapping.entries().subList(excerpt.left(), mapping.entries().size() - 1)
          : List.of();
    }

    boolean isEntry() {
      return excerpt.shift().isEntry();
    }
  }

  private ListBatch(YamlNode root, String text) {
    this.root = root;
    this.text = text;
  }

  /** Null where nothing can be read, or parts depend on one another. */
  static @Nullable ListBatch of(YamlDocument document, String text) {
    YamlNode root = document.root().orElse(null);
    return root == null || document.hasAliases() ? null : new ListBatch(root, text);
  }

  @Override
  public Result add(YamlPath at, Consumer<YamlEditor> change, Guard guard) {
    YamlPath item = ItemExcerpt.itemOn(root, at, numbers);
    if (item == null || read > ALWAYS + MOST_TIMES * text.length()) {
      return new Result.PutOff();
    }
    if (!item.equals(latest)) {
      if (isInTheWay(item)) {
        return new Result.PutOff();
      }
      wake(item);
      latest = item;
    }
    Window window = windows.computeIfAbsent(item, this::window);
    read += window.batch().text().length();
    List<String> objections = new ArrayList<>();
    Guard noting =
        (part, edits) -> {
          Optional<String> objection = guard.objection(part, edits);
          objection.ifPresent(objections::add);
          return objection;
        };
    Result result = window.batch().add(at, change, guard.equals(Guard.NONE) ? guard : noting);
    if (result instanceof Result.Made) {
      if (meetsAnotherKey(item, window)) {
        // asked again with the other key in sight
        windows.remove(item);
        return new Result.PutOff();
      }
      // whatever is above one that is known is known too
      YamlPath above = item;
      while (!above.isRoot() && aboveUsed.add(above.parent())) {
        above = above.parent();
      }
    }
    // whether it can be made at all is for the whole document to say
    return result instanceof Result.Refused && objections.isEmpty() ? new Result.PutOff() : result;
  }

  /** The window of an item is used: the one that was not for longest gives up its tree. */
  private void wake(YamlPath item) {
    awake.addLast(item);
    if (awake.size() > MOST_AWAKE) {
      Window oldest = windows.get(awake.removeFirst());
      if (oldest != null) {
        oldest.batch().rest();
      }
    }
  }

  @Override
  public boolean leaves(YamlPath at) {
    return ItemExcerpt.itemOn(root, at, numbers) == null;
  }

  @Override
  public Optional<EditBatch> onward() {
    ListProof proof = new ListProof(text);
    EditSet edits = gathered(proof);
    if (edits.isEmpty()) {
      return Optional.empty();
    }
    String after = edits.apply(text);
    YamlDocument read = YamlParser.parse(after);
    if (!proof.holds(root, after, read)) {
      return Optional.empty();
    }
    TouchedPaths touched = new TouchedPaths();
    windows.values().forEach(window -> touched.addAll(window.batch().touched()));
    return Optional.of(new OnwardBatch(edits, text, after, read, touched));
  }

  /** Whether an entry gets a key that stands, or comes to stand, elsewhere in its mapping. */
  private boolean meetsAnotherKey(YamlPath item, Window window) {
    YamlMapping holder = window.excerpt().holder();
    if (holder == null || !(item.last() instanceof YamlPath.Key(String was))) {
      return false;
    }
    Set<String> taken = newKeys.computeIfAbsent(item.parent(), _ -> new HashSet<>());
    return window.entries().stream()
        .map(YamlEntry::name)
        .anyMatch(name -> !name.equals(was) && (numbers.has(holder, name) || !taken.add(name)));
  }

  /** Whether an item that it is in, or one in it, is changed already. */
  private boolean isInTheWay(YamlPath item) {
    if (aboveUsed.contains(item)) {
      return true;
    }
    for (YamlPath at = item; !at.isRoot(); at = at.parent()) {
      Window above = windows.get(at.parent());
      if (above != null && !above.batch().edits().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private Window window(YamlPath item) {
    ItemExcerpt excerpt = ItemExcerpt.of(root, text, item, numbers);
    read += excerpt.text().length();
    YamlDocument document = parsed(excerpt.text());
    return new Window(
        excerpt,
        new WholeBatch(
            () -> YamlParser.parse(excerpt.text()),
            YamlEditor.within(document, excerpt.text(), excerpt.shift())));
  }

  private YamlDocument parsed(String excerpt) {
    YamlDocument known = parsed;
    if (known == null || !excerpt.equals(parsedText)) {
      known = YamlParser.parse(excerpt);
      parsed = known;
      parsedText = excerpt;
    }
    return known;
  }

  @Override
  public EditSet edits() {
    ListProof proof = new ListProof(text);
    EditSet edits = gathered(proof);
    if (edits.isEmpty()) {
      return edits;
    }
    String after = edits.apply(text);
    YamlDocument read = YamlParser.parseFully(after);
    boolean holds = proof.holds(root, after, read);
    proved = holds ? new ReadText(after, read) : null;
    return holds ? edits : EditSet.EMPTY;
  }

  @Override
  public Optional<ReadText> read() {
    return Optional.ofNullable(proved);
  }

  /** The same without a proof, for what is compared as a whole with something else. */
  EditSet unproved() {
    return gathered(new ListProof(text));
  }

  /** All edits of the items, which the proof is told to expect. */
  private EditSet gathered(ListProof proof) {
    List<TextEdit> all = new ArrayList<>();
    List<Window> inOrder =
        windows.values().stream()
            .sorted(Comparator.comparing((Window window) -> window.excerpt().range()))
            .toList();
    for (Window window : inOrder) {
      EditSet here = window.batch().edits();
      ItemExcerpt excerpt = window.excerpt();
      int by = excerpt.range().start() - excerpt.offset();
      if (!here.isEmpty() && isWithin(excerpt, here) && comesBehind(all, here.shift(by))) {
        all.addAll(here.shift(by).edits());
        if (window.isEntry()) {
          proof.expect(excerpt.shift(), window::entries, window.batch().text());
        } else {
          proof.expect(excerpt.shift(), window.batch().document(), window.batch().text());
        }
      }
    }
    return new EditSet(all);
  }

  private static boolean comesBehind(List<TextEdit> all, EditSet next) {
    return all.isEmpty()
        || (next.edits().getFirst().range().start() >= all.getLast().range().end()
            && next.standsApartFrom(all));
  }

  private static boolean isWithin(ItemExcerpt excerpt, EditSet edits) {
    int end = excerpt.offset() + excerpt.range().length();
    return edits.edits().stream()
        .allMatch(
            e -> e.range().start() >= excerpt.offset() - excerpt.gap() && e.range().end() <= end);
  }
}
