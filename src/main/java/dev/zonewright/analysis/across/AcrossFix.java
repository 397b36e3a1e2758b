package dev.zonewright.analysis.across;

import dev.zonewright.control.Edits;
import dev.zonewright.control.NewDocument;
import dev.zonewright.control.Placement;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.edit.EditOutcome;
import dev.zonewright.yaml.edit.YamlEditor;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes down what one fix asks of several documents, and makes all of it or nothing. */
final class AcrossFix implements Edits {
  private final EditedFiles files;
  private final ObjectPlaces places;
  private final ObjectPlaces.At here;
  private final Map<YamlDocument, Asked> asked = new LinkedHashMap<>();
  private final List<NewDocument> additions = new ArrayList<>();
  private @Nullable String refusal;
  private boolean late;

  private record Asked(ObjectPlaces.At at, YamlStream.Part part, YamlEditor editor) {}

  /**
   * A fix.
   *
   * @param files to be changed; to be dropped where the fix is not made
   * @param places where objects are, from before the first fix
   * @param here the document with the finding
   */
  AcrossFix(EditedFiles files, ObjectPlaces places, ObjectPlaces.At here) {
    this.files = files;
    this.places = places;
    this.here = here;
  }

  @Override
  public YamlEditor here() {
    return editor(here);
  }

  @Override
  public YamlEditor in(ObjectRef object) {
    try {
      return editor(places.only(object));
    } catch (FixStop stop) {
      return refusing(stop.reason());
    }
  }

  @Override
  public void add(NewDocument document) {
    additions.add(document);
  }

  private YamlEditor editor(ObjectPlaces.At at) {
    Asked known = asked.get(at.document());
    if (known != null) {
      return known.editor();
    }
    Manifest manifest = files.file(at.file()).orElseThrow();
    for (YamlStream.Part part : manifest.stream().parts()) {
      if (part.document() == at.document()) {
        YamlEditor editor = YamlEditor.on(manifest.stream().textOf(part));
        asked.put(at.document(), new Asked(at, part, editor));
        return editor;
      }
    }
    late = true;
    return refusing("another fix changed a document that this one needs");
  }

  private YamlEditor refusing(String reason) {
    refusal = refusal == null ? reason : refusal;
    return YamlEditor.on("").refuse(reason);
  }

  /**
   * Whether a document that it asked for was changed by another fix: to be asked again once the
   * files were looked at afresh.
   */
  boolean isLate() {
    return late;
  }

  /**
   * Makes what was asked.
   *
   * @param before what other fixes have added to these files; gets what this one adds
   * @throws FixStop with the reason where it cannot be made
   */
  void make(Map<ObjectRef, NewDocument> before) {
    if (refusal != null) {
      throw new FixStop(refusal);
    }
    AddedDocuments.StyleOf style = new AddedDocuments.StyleOf(here.file(), textHere());
    Map<ObjectRef, Integer> numbers = numbers();
    boolean changed = false;
    for (Asked one : asked.values()) {
      changed |= edit(one);
    }
    AddedDocuments added = new AddedDocuments(files, places, before);
    Map<ObjectRef, NewDocument> mine = new HashMap<>();
    for (NewDocument document : additions) {
      if (document.content().equals(contentOf(before.get(document.object())))) {
        // another fix added it, and so this one has what it wants
        changed = true;
      } else if (added.add(document, style, numbers)) {
        mine.put(document.object(), document);
        changed = true;
      }
    }
    if (!changed) {
      throw new FixStop("nothing is left to change");
    }
    before.putAll(mine);
  }

  private static @Nullable Object contentOf(@Nullable NewDocument document) {
    return document == null ? null : document.content();
  }

  private boolean edit(Asked one) {
    return switch (one.editor().finish()) {
      case EditOutcome.Refused(String reason) -> throw new FixStop(reason);
      case EditOutcome.Edited edited -> {
        Manifest now = files.file(one.at().file()).orElseThrow();
        // documents before this one may have grown
        int offset = now.stream().parts().get(one.part().number() - 1).offset();
        files.edit(now.file(), edited.edits().shift(offset));
        yield !edited.edits().isEmpty();
      }
    };
  }

  private String textHere() {
    return part(here).map(p -> files.file(here.file()).orElseThrow().stream().textOf(p)).orElse("");
  }

  /** Which documents others are put behind, found before any of them is edited. */
  private Map<ObjectRef, Integer> numbers() {
    Map<ObjectRef, Integer> out = new HashMap<>();
    for (NewDocument document : additions) {
      if (document.at() instanceof Placement.Behind(ObjectRef anchor)) {
        YamlStream.Part part =
            part(places.only(anchor))
                .orElseThrow(() -> {
                  late = true;
                  return new FixStop("another fix changed " + anchor.label());
                });
        out.put(anchor, part.number());
      }
    }
    return out;
  }

  private Optional<YamlStream.Part> part(ObjectPlaces.At at) {
    return files.file(at.file()).orElseThrow().stream().parts().stream()
        .filter(p -> p.document() == at.document())
        .findFirst();
  }
}
