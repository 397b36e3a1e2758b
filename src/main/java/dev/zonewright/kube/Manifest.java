package dev.zonewright.kube;

import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.parse.ReadText;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.List;
import java.util.Map;

/**
 * A file of Kubernetes documents, or a text that came from elsewhere.
 *
 * @param file its name as given or found, which every report repeats
 * @param home the namespace that its objects go to where they name none; empty where that is not
 *     known
 */
public record Manifest(String file, YamlStream stream, String home) {
  public static Manifest of(String file, String text) {
    return new Manifest(file, YamlStream.parse(text), "");
  }

  /**
   * The same for one of many texts, or a very long one.
   *
   * @param kept of short documents after so many characters, the trees are read again when they are
   *     asked for
   */
  public static Manifest of(String file, String text, int kept) {
    return new Manifest(file, YamlStream.parse(text, kept), "");
  }

  /** The same file, whose objects go to this namespace where they name none. */
  public Manifest placed(String namespace) {
    return namespace.equals(home) ? this : new Manifest(file, stream, namespace);
  }

  /** The same file; the tree of each document is read again when it is asked for. */
  public Manifest withoutTrees() {
    return new Manifest(file, stream.withoutTrees(), home);
  }

  /**
   * The same files before edits are made, without the trees of what changes: they make room for the
   * result.
   *
   * @param edits by file
   */
  public static List<Manifest> withoutTrees(List<Manifest> files, Map<String, EditSet> edits) {
    return files.stream()
        .map(m -> {
          EditSet here = edits.get(m.file());
          return here == null ? m : new Manifest(m.file(), m.stream().withoutTrees(here), m.home());
        })
        .toList();
  }

  /** The same file with another text; unchanged documents keep their trees. */
  public Manifest withText(String text) {
    return new Manifest(file, stream.reparse(text), home);
  }

  /** The same file with these edits made; documents that no edit touches keep their trees. */
  public Manifest edited(EditSet edits) {
    return new Manifest(file, stream.edited(edits), home);
  }

  /**
   * The same where some results are read already.
   *
   * @param read by the offset of the document before
   */
  public Manifest edited(EditSet edits, Map<Integer, ReadText> read) {
    return new Manifest(file, stream.edited(edits, read), home);
  }
}
