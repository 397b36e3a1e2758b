package dev.zonewright.analysis;

import dev.zonewright.analysis.FixPass.Done;
import dev.zonewright.analysis.FixPass.Wanted;
import dev.zonewright.analysis.valid.Validity;
import dev.zonewright.yaml.YamlPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Where all fixes of a document together would break the object: as many as break nothing. First
 * those wait that stand where it breaks; of them alone, halves are tried before single ones. One
 * that breaks it by itself is refused, one that does so only beside those before it waits.
 *
 * <p>Each trial reads the document anew, so that their number is bounded: what could not be tried
 * then is refused, to be applied by itself.
 */
final class SoundFixes {
  /** What all trials may cost, in characters read. */
  private static final long MOST_READ = 2_000_000;

  /** So many are made whatever they cost. */
  private static final int LEAST_TRIALS = 2;

  /** About what is read for one fix of a long document. */
  private static final int FOR_ONE = 2_000;

  private final String text;
  private final Validity validity;
  private final Function<List<Wanted>, Done> together;
  private final Map<LocatedFinding.Key, String> refusals = new HashMap<>();
  private final List<Wanted> taken = new ArrayList<>();
  private Done made;
  private long read;
  private int trials;

  /**
   * Trials on one document.
   *
   * @param together makes these fixes
   * @param nothing what is made of none
   */
  SoundFixes(String text, Validity validity, Function<List<Wanted>, Done> together, Done nothing) {
    this.text = text;
    this.validity = validity;
    this.together = together;
    this.made = nothing;
  }

  /**
   * As many of the fixes as break nothing.
   *
   * @param damage what all of them together break
   */
  Done of(List<Wanted> all, Validity.Damage damage) {
    Set<YamlPath> above = new HashSet<>();
    for (YamlPath place : damage.places()) {
      for (YamlPath at = place; !at.isRoot(); at = at.parent()) {
        above.add(at);
      }
    }
    if (!leavingOut(all, damage, damage.places()::contains)
        && !leavingOut(
            all, damage, path -> above.contains(path) || isBelow(path, damage.places()))) {
      take(all, damage);
    }
    refusals.putAll(made.refusals());
    return new Done(made.part(), made.file(), made.edits(), refusals, made.read(), made.objects());
  }

  private static boolean isBelow(YamlPath path, Set<YamlPath> places) {
    for (YamlPath at = path; !at.isRoot(); at = at.parent()) {
      if (places.contains(at)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Takes all but the suspects, which wait for the next pass where that changes anything and are
   * tried now where it does not; false where the others break something too.
   */
  private boolean leavingOut(
      List<Wanted> all, Validity.Damage damage, Predicate<YamlPath> isSuspect) {
    List<Wanted> suspects = new ArrayList<>();
    List<Wanted> others = new ArrayList<>();
    for (Wanted one : all) {
      (isSuspect.test(one.finding().finding().path()) ? suspects : others).add(one);
    }
    if (suspects.isEmpty() || others.isEmpty() || !attempt(others).isNone()) {
      return false;
    }
    if (made.edits().isEmpty()) {
      take(suspects, damage);
    }
    return true;
  }

  /** Takes what breaks nothing beside what is taken, of fixes that do so all together. */
  private void take(List<Wanted> more, Validity.Damage damage) {
    if (more.size() == 1) {
      Validity.Damage alone = taken.isEmpty() ? damage : damage(together(more));
      alone.reason().ifPresent(reason -> refusals.put(more.getFirst().finding().key(), reason));
      return;
    }
    int middle = more.size() / 2;
    for (List<Wanted> half : List.of(more.subList(0, middle), more.subList(middle, more.size()))) {
      if (isSpent(half)) {
        half.forEach(one ->
            refusals.put(
                one.finding().key(),
                damage.reason().orElseThrow()
                    + "; there are too many like it to try each: apply it by itself"));
        continue;
      }
      Validity.Damage broken = attempt(half);
      if (!broken.isNone()) {
        take(half, broken);
      }
    }
  }

  /** Adds fixes to those that are taken where that breaks nothing. */
  private Validity.Damage attempt(List<Wanted> more) {
    List<Wanted> all = new ArrayList<>(taken);
    all.addAll(more);
    Done next = together(all);
    Validity.Damage damage = damage(next);
    if (damage.isNone()) {
      taken.addAll(more);
      made = next.judged(damage);
    }
    return damage;
  }

  private Validity.Damage damage(Done done) {
    return validity.damage(done.edits(), done.read());
  }

  private Done together(List<Wanted> fixes) {
    trials++;
    read += cost(fixes.size());
    return together.apply(fixes);
  }

  private boolean isSpent(List<Wanted> more) {
    return trials >= LEAST_TRIALS && read + cost(taken.size() + more.size()) > MOST_READ;
  }

  private long cost(int fixes) {
    return text.length() + (long) fixes * Math.min(text.length(), FOR_ONE);
  }
}
