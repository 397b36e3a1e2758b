package dev.zonewright.yaml.edit;

import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;

/** A text that no edit changes: what is asked for is taken down, and costs no reading. */
final class AskedText extends EditedText {
  private final List<Change> changes = new ArrayList<>();

  AskedText(String text, YamlDocument document) {
    super(text, text, document, EditSet.EMPTY, EditMode.ASKED);
  }

  /**
   * What is asked for at a path.
   *
   * @param removed whether what stands there is to go, with the comments in it
   */
  record Change(YamlPath path, boolean removed) {}

  List<Change> changes() {
    return changes;
  }

  @Override
  void set(YamlPath path, YamlValue value) {
    // one value in the place of another leaves the line as it is
    changes.add(new Change(path, !document().cursor().at(path).isScalar()));
  }

  @Override
  void replaceList(YamlPath path, List<String> items) {
    changes.add(new Change(path, true));
  }

  @Override
  void addItem(YamlPath path, int behind, YamlValue item) {
    // what is there stays
  }

  @Override
  void remove(YamlPath path) {
    changes.add(new Change(path, true));
  }

  @Override
  void removeEarlier(YamlPath path) {
    changes.add(new Change(path, true));
  }

  @Override
  void rename(YamlPath path, String key) {
    changes.add(new Change(path, false));
  }

  @Override
  void copyComments(YamlPath from, YamlPath to) {
    // they stay, in another place
  }
}
