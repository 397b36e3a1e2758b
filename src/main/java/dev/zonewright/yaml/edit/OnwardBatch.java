package dev.zonewright.yaml.edit;

import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.ReadText;
import dev.zonewright.yaml.parse.YamlParser;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a document as a whole after those of its items. What became of both is read by the
 * full parser once; where that does not prove it, the items alone are changed, and the rest waits
 * for a fresh look.
 */
final class OnwardBatch implements EditBatch {
  private final EditSet ofItems;
  private final String before;
  private final String between;
  private final YamlDocument itemsMade;
  private final ProvedBatch whole;
  private @Nullable ReadText proved;

  /**
   * A batch after another.
   *
   * @param ofItems the edits of the items, in offsets of {@code before}
   * @param between the text with these edits made
   * @param itemsMade the same as it is meant, not yet read by the full parser
   * @param touched what these edits touched
   */
  OnwardBatch(
      EditSet ofItems,
      String before,
      String between,
      YamlDocument itemsMade,
      TouchedPaths touched) {
    this.ofItems = ofItems;
    this.before = before;
    this.between = between;
    // seldom asked for once the first step is made
    this.itemsMade = YamlParser.readLate(itemsMade, between);
    this.whole = new ProvedBatch(this.itemsMade, itemsMade, between, touched);
  }

  @Override
  public Result add(YamlPath at, Consumer<YamlEditor> change, Guard guard) {
    Result result = whole.add(at, change, guard);
    // whether it can be made at all is for a fresh look to say
    return result instanceof Result.Refused ? new Result.PutOff() : result;
  }

  @Override
  public EditSet edits() {
    return whole.provedTogether().map(more -> ofItems.then(more, before)).orElseGet(this::items);
  }

  /** The edits of the items, where the full parser too reads what is meant. */
  private EditSet items() {
    YamlNode meant = itemsMade.root().orElse(null);
    YamlDocument read = YamlParser.parseFully(between);
    YamlNode root = read.root().orElse(null);
    boolean holds =
        meant != null && root != null && TreeProof.isSame(meant, between, root, between);
    proved = holds ? new ReadText(between, read) : null;
    return holds ? ofItems : EditSet.EMPTY;
  }

  @Override
  public Optional<ReadText> read() {
    Optional<ReadText> read = whole.read();
    return read.isPresent() ? read : Optional.ofNullable(proved);
  }
}
