package dev.zonewright.analysis;

import dev.zonewright.analysis.across.AcrossFixes;
import dev.zonewright.analysis.valid.ReadResults;
import dev.zonewright.analysis.valid.Validity;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.edit.EditBatch;
import dev.zonewright.yaml.edit.LostComments;
import dev.zonewright.yaml.parse.ReadText;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One pass over the documents that have something to fix.
 *
 * @param edits by file, in offsets of the file's text
 * @param created the text of each file that is new, by its name
 * @param refusals why a fix could not be made, by the key of its finding
 * @param results what was read and judged to prove them
 */
record FixPass(
    Map<String, EditSet> edits,
    Map<String, String> created,
    Map<LocatedFinding.Key, String> refusals,
    ReadResults results) {
  private static final String REMOVES = "Remove";

  /** Each reads the whole document. */
  private static final int MOST_FURTHER = 20;

  /** What was worked out for the items of so long a document takes much memory. */
  private static final int MUCH_LEFT = 200_000;

  /** A finding and the fix chosen for it. */
  record Wanted(LocatedFinding finding, Fix fix) {
    /** Whether the fix reaches beyond the document of its finding. */
    boolean isAcross() {
      return fix.plan() instanceof Fix.Across;
    }

    /** Whether it takes something away. */
    boolean removes() {
      return fix.title().startsWith(REMOVES);
    }

    /**
     * A safe fix is not made unasked where it would take a comment along. Only what removes
     * something can do that.
     */
    EditBatch.Guard guard(String text) {
      return fix.safety() == FixSafety.SAFE && removes() && text.indexOf('#') >= 0
          ? (part, edits) ->
              LostComments.first(part, edits)
                  .map(
                      "it would remove the comment “%s”: look at it, and apply it by itself"
                          ::formatted)
          : EditBatch.Guard.NONE;
    }
  }

  /** Fixes of one control on items of one list. */
  private record Kind(YamlPath list, String control) {}

  /** The wanted fixes of one document. */
  private record Job(Manifest manifest, YamlStream.Part part, List<Wanted> wanted, Runnable letGo) {
    /** Told only of a long document: each short one leaves little. */
    void letGo(String text) {
      if (text.length() >= MUCH_LEFT) {
        letGo.run();
      }
    }
  }

  /**
   * What became of them.
   *
   * @param edits in offsets of the file
   * @param read the document with the edits made, or as it was before
   * @param objects those of {@code read}; none where they were not asked for
   */
  record Done(
      YamlStream.Part part,
      String file,
      EditSet edits,
      Map<LocatedFinding.Key, String> refusals,
      ReadText read,
      List<KubeObject> objects) {
    Done judged(Validity.Damage damage) {
      return new Done(part, file, edits, refusals, read, damage.objects());
    }
  }

  boolean changesNothing() {
    return edits.isEmpty() && created.isEmpty();
  }

  /**
   * A pass over fixes that stay in their documents.
   *
   * @param letGo told where something large is no longer used
   */
  static FixPass over(
      Analysis analysis, List<Wanted> wanted, Runnable letGo, BooleanSupplier cancelled) {
    List<Done> all =
        jobs(analysis, wanted, letGo).parallelStream()
            .map(job -> cancelled.getAsBoolean() ? nothing(job, "") : done(job, analysis.cache()))
            .toList();
    Map<String, List<TextEdit>> edits = new TreeMap<>();
    Map<LocatedFinding.Key, String> refusals = new HashMap<>();
    ReadResults results = ReadResults.none();
    for (Done done : all) {
      refusals.putAll(done.refusals());
      List<TextEdit> sofar = edits.computeIfAbsent(done.file(), _ -> new ArrayList<>());
      // the end of one document is the beginning of the next: where both insert there, the second
      // waits for the next pass
      if (done.edits().standsApartFrom(sofar)) {
        sofar.addAll(done.edits().edits());
        results.add(done.file(), done.part().offset(), done.read(), done.objects());
      }
    }
    Map<String, EditSet> sets = new TreeMap<>();
    edits.forEach((file, list) -> {
      if (!list.isEmpty()) {
        sets.put(file, new EditSet(list));
      }
    });
    return new FixPass(sets, Map.of(), refusals, results);
  }

  /**
   * One pass over fixes that reach beyond their documents.
   *
   * @param wanted none whose fix stays in its document
   */
  static FixPass across(Analysis now, List<Wanted> wanted, BooleanSupplier cancelled) {
    AcrossFixes fixes = new AcrossFixes(now.manifests());
    Map<LocatedFinding.Key, String> refusals = new HashMap<>();
    for (Wanted one : wanted) {
      if (cancelled.getAsBoolean()) {
        break;
      }
      LocatedFinding finding = one.finding();
      Manifest manifest = now.manifest(finding.file()).orElseThrow();
      YamlDocument document = manifest.stream().parts().get(finding.document() - 1).document();
      if (fixes.add(finding.file(), document, one.fix().plan())
          instanceof EditBatch.Result.Refused(String reason)) {
        refusals.put(finding.key(), reason);
      }
    }
    if (fixes.files().hold()) {
      return new FixPass(
          fixes.files().edits(), fixes.files().created(), refusals, ReadResults.none());
    }
    if (wanted.size() > 1) {
      // the others wait for the next pass
      return across(now, wanted.subList(0, wanted.size() / 2), cancelled);
    }
    wanted.forEach(w -> refusals.put(w.finding().key(), AcrossFixes.UNPROVED));
    return new FixPass(Map.of(), Map.of(), refusals, ReadResults.none());
  }

  private static List<Job> jobs(Analysis analysis, List<Wanted> wanted, Runnable letGo) {
    Map<String, Manifest> manifests = new HashMap<>();
    analysis.manifests().forEach(m -> manifests.put(m.file(), m));
    Map<String, Map<Integer, List<Wanted>>> grouped = new LinkedHashMap<>();
    for (Wanted one : wanted) {
      grouped
          .computeIfAbsent(one.finding().file(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(one.finding().document(), _ -> new ArrayList<>())
          .add(one);
    }
    List<Job> jobs = new ArrayList<>();
    grouped.forEach((file, documents) -> {
      Manifest manifest = manifests.get(file);
      if (manifest != null) {
        documents.forEach((number, list) ->
            jobs.add(
                new Job(
                    manifest,
                    manifest.stream().parts().get(number - 1),
                    lastItemFirst(list),
                    letGo)));
      }
    });
    return jobs;
  }

  /**
   * The order in which fixes of one document are made: as their findings stand, but of those that
   * take something from the items of one list the last item's first, so that all of them can be
   * made in one pass: where an item went, those before it keep their numbers.
   */
  private static List<Wanted> lastItemFirst(List<Wanted> wanted) {
    Map<Kind, List<Integer>> places = new LinkedHashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      int at = i;
      kind(wanted.get(i))
          .ifPresent(kind -> places.computeIfAbsent(kind, _ -> new ArrayList<>()).add(at));
    }
    List<Wanted> out = new ArrayList<>(wanted);
    for (List<Integer> alike : places.values()) {
      for (int i = 0; i < alike.size(); i++) {
        out.set(alike.get(i), wanted.get(alike.get(alike.size() - 1 - i)));
      }
    }
    return out;
  }

  private static Optional<Kind> kind(Wanted one) {
    List<YamlPath.Segment> path = one.finding().finding().path().segments();
    for (int i = path.size() - 1; one.removes() && i >= 0; i--) {
      if (path.get(i) instanceof YamlPath.Index) {
        YamlPath list = new YamlPath(path.subList(0, i));
        return Optional.of(new Kind(list, one.finding().finding().control().id()));
      }
    }
    return Optional.empty();
  }

  private static Done nothing(Job job, String text) {
    ReadText read = new ReadText(text, job.part().document());
    return new Done(job.part(), job.manifest().file(), EditSet.EMPTY, Map.of(), read, List.of());
  }

  private static Done done(Job job, ResultCache known) {
    String text = job.manifest().stream().textOf(job.part());
    Done made = together(job, text, job.wanted());
    YamlDocument document = job.part().document();
    Validity validity =
        Validity.of(document, text, job.part().offset(), () -> known.objects(document));
    Validity.Damage damage = validity.damage(made.edits(), made.read());
    return damage.isNone()
        ? made.judged(damage)
        : new SoundFixes(text, validity, wanted -> together(job, text, wanted), nothing(job, text))
            .of(job.wanted(), damage);
  }

  private static Done done(Job job, String text, Supplier<EditBatch> begin) {
    // the only place that holds it: thousands of items are let go of once the whole goes on
    EditBatch batch = begin.get();
    Map<LocatedFinding.Key, String> refusals = new HashMap<>();
    List<Wanted> left = new ArrayList<>();
    for (Wanted one : job.wanted()) {
      EditBatch.Result result = attempt(batch, one, one.guard(text));
      if (result instanceof EditBatch.Result.Refused(String reason)) {
        refusals.put(one.finding().key(), reason);
      } else if (result instanceof EditBatch.Result.PutOff
          && batch.leaves(one.finding().finding().path())) {
        // what else is put off is asked again at the next look
        left.add(one);
      }
    }
    Optional<EditBatch> onward = left.isEmpty() ? Optional.empty() : batch.onward();
    if (onward.isPresent()) {
      // the same pass goes on with the whole: a long document is looked at afresh once, not twice
      batch = onward.get();
      job.letGo(text);
      for (Wanted one : left.subList(0, Math.min(left.size(), MOST_FURTHER))) {
        attempt(batch, one, one.guard(text));
      }
    }
    job.letGo(text);
    EditSet edits = batch.edits().shift(job.part().offset());
    ReadText read = batch.read().orElseGet(() -> new ReadText(text, job.part().document()));
    return new Done(job.part(), job.manifest().file(), edits, refusals, read, List.of());
  }

  /** A plan that fails unexpectedly costs its own fix alone. */
  private static EditBatch.Result attempt(EditBatch batch, Wanted one, EditBatch.Guard guard) {
    try {
      return batch.add(one.finding().finding().path(), one.fix().plan()::ask, guard);
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      return new EditBatch.Result.Refused(
          "the fix stopped unexpectedly (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static Done together(Job job, String text, List<Wanted> wanted) {
    Job part = new Job(job.manifest(), job.part(), wanted, job.letGo());
    Done made = done(part, text, () -> EditBatch.on(job.part().document(), text));
    return made.edits().isEmpty()
        ? done(part, text, () -> EditBatch.whole(job.part().document(), text))
        : made;
  }
}
