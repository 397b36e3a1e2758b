package dev.zonewright.analysis.across;

import dev.zonewright.control.Edits;
import dev.zonewright.control.NewDocument;
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

  private record Asked(EditedDocument document, YamlEditor editor) {}

  /**
   * A fix.
   *
   * @param files to be changed; to be taken back where the fix is not made
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
    EditedFile file = files.before(at.file()).orElseThrow();
    YamlStream.Part part = file.part(at.document());
    EditedDocument now = file.document(part.number());
    if (!now.isFresh()) {
      late = true;
      return refusing("another fix changed a document that this one needs");
    }
    YamlEditor editor = YamlEditor.on(file.textOf(part));
    asked.put(at.document(), new Asked(now, editor));
    return editor;
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
      } else if (added.add(document, style)) {
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
        if (!edited.edits().isEmpty()) {
          files.done(one.document().edit(edited.edits()));
        }
        yield !edited.edits().isEmpty();
      }
    };
  }

  private String textHere() {
    EditedFile file = files.before(here.file()).orElseThrow();
    return file.textOf(file.part(here.document()));
  }
}
