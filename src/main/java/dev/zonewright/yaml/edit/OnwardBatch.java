package dev.zonewright.yaml.edit;

import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.ReadText;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Changes of a document as a whole after those of its items. What became of both is read by the
 * full parser once; where that does not prove it, the items alone are changed, and the rest waits
 * for a fresh look.
 */
final class OnwardBatch implements EditBatch {
  private final ListBatch items;
  private final EditSet ofItems;
  private final String before;
  private final ProvedBatch whole;

  /**
   * A batch after another.
   *
   * @param ofItems the edits of the items, in offsets of {@code before}
   * @param whole on the text with these edits made
   */
  OnwardBatch(ListBatch items, EditSet ofItems, String before, ProvedBatch whole) {
    this.items = items;
    this.ofItems = ofItems;
    this.before = before;
    this.whole = whole;
  }

  @Override
  public Result add(YamlPath at, Consumer<YamlEditor> change, Guard guard) {
    Result result = whole.add(at, change, guard);
    // whether it can be made at all is for a fresh look to say
    return result instanceof Result.Refused ? new Result.PutOff() : result;
  }

  @Override
  public EditSet edits() {
    return whole.provedTogether().map(more -> ofItems.then(more, before)).orElseGet(items::edits);
  }

  @Override
  public Optional<ReadText> read() {
    Optional<ReadText> read = whole.read();
    return read.isPresent() ? read : items.read();
  }
}
