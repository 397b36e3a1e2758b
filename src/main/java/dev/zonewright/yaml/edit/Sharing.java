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
    private Set<List<SharedChange>> failed = Set.of();
    private long read;
  }

  private final Memory memory;
  // most editors share nothing: thousands of them are made for a long list
  private Set<List<SharedChange>> settled = Set.of();
  private Set<YamlPath> made = Set.of();
  private Set<YamlPath> madeBefore = Set.of();
  private @Nullable YamlDocument placesOf;
  private @Nullable SharedPlace places;
  private boolean again;

  private Sharing(Memory memory) {
    this.memory = memory;
  }

  private static Set<List<SharedChange>> with(
      Set<List<SharedChange>> known, List<SharedChange> one) {
    Set<List<SharedChange>> more =
        known.isEmpty() ? Collections.newSetFromMap(new IdentityHashMap<>()) : known;
    more.add(one);
    return more;
  }

  static Sharing begin() {
    return new Sharing(new Memory());
  }

  /** That of an editor which goes on from here. */
  Sharing onward() {
    Sharing next = new Sharing(memory);
    for (List<SharedChange> one : settled) {
      next.settled = with(next.settled, one);
    }
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
    if (trial.edit().isPresent()) {
      settled = with(settled, changes);
    } else {
      memory.failed = with(memory.failed, changes);
    }
    return trial.edit();
  }

  /** How many characters were read for all such changes of the batch. */
  long read() {
    return memory.read;
  }

  void nextSharer() {
    if (!made.isEmpty()) {
      madeBefore = madeBefore.isEmpty() ? new LinkedHashSet<>() : madeBefore;
      madeBefore.addAll(made);
      made = Set.of();
    }
  }

  /** Whether an earlier place that shares this list has made the change of it already. */
  boolean isMade(EditedText edited, YamlPath path) {
    if (edited.mode != EditMode.SHARING) {
      return false;
    }
    YamlPath at = defining(edited.document(), path);
    made = made.isEmpty() ? new LinkedHashSet<>() : made;
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
