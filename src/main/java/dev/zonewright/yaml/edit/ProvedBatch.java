package dev.zonewright.yaml.edit;

import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.ReadText;
import dev.zonewright.yaml.parse.YamlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes the changes on the whole document, each read by the quick parser, and has the full parser
 * read what became of all of them: once, and not for each change. Where the two disagree, the
 * changes are made again one by one under the full parser, and those that it proves are kept.
 */
final class ProvedBatch implements EditBatch {
  private final YamlDocument start;
  private final String text;
  private final WholeBatch steps;
  private final List<Made> made = new ArrayList<>();
  private boolean isAsSteps;

  private record Made(YamlPath at, Consumer<YamlEditor> change) {}

  ProvedBatch(YamlDocument start, String text) {
    this(start, start, text, new TouchedPaths());
  }

  /**
   * The same after changes that have touched these paths.
   *
   * @param first the same as {@code start}, held only until the first change is made
   */
  ProvedBatch(YamlDocument start, YamlDocument first, String text, TouchedPaths touched) {
    this.start = start;
    this.text = text;
    this.steps = new WholeBatch(start, YamlEditor.stepwise(first, text), touched);
  }

  @Override
  public Result add(YamlPath at, Consumer<YamlEditor> change, Guard guard) {
    Result result = steps.add(at, change, guard);
    if (result instanceof Result.Made) {
      made.add(new Made(at, change));
    }
    return result;
  }

  @Override
  public EditSet edits() {
    isAsSteps = made.isEmpty() || isProved();
    return isAsSteps ? steps.edits() : oneByOne();
  }

  @Override
  public Optional<ReadText> read() {
    return isAsSteps ? Optional.of(new ReadText(steps.text(), steps.document())) : Optional.empty();
  }

  /** The edits where there are any and the full parser reads of all of them what was meant. */
  Optional<EditSet> provedTogether() {
    isAsSteps = !made.isEmpty() && isProved();
    return isAsSteps ? Optional.of(steps.edits()) : Optional.empty();
  }

  private boolean isProved() {
    if (steps.text().equals(text)) {
      // a document that only comes behind this one is proved by itself
      return true;
    }
    YamlNode meant = steps.document().root().orElse(null);
    YamlNode read = YamlParser.parseFully(steps.text()).root().orElse(null);
    return meant != null
        && read != null
        && EditMode.sameDocuments(text, steps.text())
        && TreeProof.holds(new IntendedTree.Kept(meant), steps.text(), read, steps.text());
  }

  private EditSet oneByOne() {
    WholeBatch slow = new WholeBatch(start, YamlEditor.on(start, text));
    made.forEach(one -> slow.add(one.at(), one.change()));
    return slow.edits();
  }
}
