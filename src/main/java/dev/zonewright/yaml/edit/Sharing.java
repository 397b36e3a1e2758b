package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlPath;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an editor knows of text that several places share. Each of a thousand places offers the same
 * change for all of them: it is worked out for the first one that asks, and not a thousand times.
 */
@SuppressWarnings("ReferenceEquality") // which list or document it is, not what it says
final class Sharing {
  /** What all editors of a batch remember. */
  private static final class Memory {
    private final Set<List<SharedChange>> failed = identitySet();
    private long read;
  }

  private final Memory memory;
  private final Set<List<SharedChange>> settled = identitySet();
  private final Set<YamlPath> made = new LinkedHashSet<>();
  private final Set<YamlPath> madeBefore = new LinkedHashSet<>();
  private @Nullable YamlDocument placesOf;
  private @Nullable SharedPlace places;
  private boolean again;

  private Sharing(Memory memory) {
    this.memory = memory;
  }

  private static Set<List<SharedChange>> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  static Sharing begin() {
    return new Sharing(new Memory());
  }

  /** That of an editor which goes on from here. */
  Sharing onward() {
    Sharing next = new Sharing(memory);
    next.settled.addAll(settled);
    return next;
  }

  /** That of an editor which begins anew: only what cannot be done is still known. */
  Sharing restarted() {
    return new Sharing(memory);
  }

  /** Whether the change is made already. */
  boolean isSettled(List<SharedChange> changes) {
    boolean made = settled.contains(changes);
    again |= made;
    return made;
  }

  /** Whether it was asked for nothing but what is made already. */
  boolean isAskedAgain() {
    return again;
  }

  /** Works a change out; empty where it cannot be made, now or for another of its places before. */
  Optional<SharedEdit> edit(YamlDocument document, String text, List<SharedChange> changes) {
    if (memory.failed.contains(changes)) {
      return Optional.empty();
    }
    SharedEdit.Trial trial = SharedEdit.of(document, text, changes);
    memory.read += trial.read();
    trial.edit().ifPresentOrElse(_ -> settled.add(changes), () -> memory.failed.add(changes));
    return trial.edit();
  }

  /** How many characters were read for all such changes of the batch. */
  long read() {
    return memory.read;
  }

  void nextSharer() {
    madeBefore.addAll(made);
    made.clear();
  }

  /** Whether an earlier place that shares this list has made the change of it already. */
  boolean isMade(EditedText edited, YamlPath path) {
    if (edited.mode != EditMode.SHARING) {
      return false;
    }
    YamlPath at = defining(edited.document(), path);
    made.add(at);
    return madeBefore.contains(at);
  }

  /** Where that stands which a path reads. */
  YamlPath defining(YamlDocument document, YamlPath path) {
    SharedPlace known = places;
    if (known == null || placesOf != document) {
      known = new SharedPlace(document);
      places = known;
      placesOf = document;
    }
    return known.of(path);
  }
}
