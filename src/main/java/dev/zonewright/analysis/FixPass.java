package dev.zonewright.analysis;

import dev.zonewright.analysis.across.AcrossFixes;
import dev.zonewright.control.Fix;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.edit.EditBatch;
import dev.zonewright.yaml.edit.EditOutcome;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * One pass over the documents that have something to fix.
 *
 * @param edits by file, in offsets of the file's text
 * @param created the text of each file that is new, by its name
 * @param refusals why a fix could not be made, by the key of its finding
 */
record FixPass(
    Map<String, EditSet> edits,
    Map<String, String> created,
    Map<LocatedFinding.Key, String> refusals) {
  /** A finding and the fix chosen for it. */
  record Wanted(LocatedFinding finding, Fix fix) {
    /** Whether the fix reaches beyond the document of its finding. */
    boolean isAcross() {
      return fix.plan() instanceof Fix.Across;
    }
  }

  /** The wanted fixes of one document. */
  private record Job(Manifest manifest, YamlStream.Part part, List<Wanted> wanted) {}

  /** What became of them; edits in offsets of the file. */
  private record Done(String file, EditSet edits, Map<LocatedFinding.Key, String> refusals) {}

  boolean changesNothing() {
    return edits.isEmpty() && created.isEmpty();
  }

  static FixPass over(Analysis analysis, List<Wanted> wanted, BooleanSupplier cancelled) {
    List<Done> all =
        jobs(analysis, wanted).parallelStream()
            .map(job -> cancelled.getAsBoolean() ? nothing(job) : done(job))
            .toList();
    Map<String, List<TextEdit>> edits = new TreeMap<>();
    Map<LocatedFinding.Key, String> refusals = new HashMap<>();
    for (Done done : all) {
      refusals.putAll(done.refusals());
      List<TextEdit> sofar = edits.computeIfAbsent(done.file(), _ -> new ArrayList<>());
      if (standsApart(sofar, done.edits())) {
        sofar.addAll(done.edits().edits());
      }
    }
    Map<String, EditSet> sets = new TreeMap<>();
    edits.forEach((file, list) -> {
      if (!list.isEmpty()) {
        sets.put(file, new EditSet(list));
      }
    });
    return new FixPass(sets, Map.of(), refusals);
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
    return new FixPass(fixes.files().edits(), fixes.files().created(), refusals);
  }

  /**
   * The end of one document is the beginning of the next: where both insert there, the second waits
   * for the next pass.
   */
  private static boolean standsApart(List<TextEdit> sofar, EditSet next) {
    return sofar.isEmpty() || EditSet.of(sofar.getLast()).compatibleWith(next);
  }

  private static List<Job> jobs(Analysis analysis, List<Wanted> wanted) {
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
            jobs.add(new Job(manifest, manifest.stream().parts().get(number - 1), list)));
      }
    });
    return jobs;
  }

  private static Done nothing(Job job) {
    return new Done(job.manifest().file(), EditSet.EMPTY, Map.of());
  }

  private static Done done(Job job) {
    String text = job.manifest().stream().textOf(job.part());
    YamlDocument document = job.part().document();
    Done done = done(job, EditBatch.on(document, text));
    Done made = done.edits().isEmpty() ? done(job, EditBatch.whole(document, text)) : done;
    EditSet here = made.edits().shift(-job.part().offset());
    return Validity.objection(document, text, here).isEmpty() ? made : oneByOne(job, text);
  }

  private static Done done(Job job, EditBatch batch) {
    Map<LocatedFinding.Key, String> refusals = new HashMap<>();
    for (Wanted one : job.wanted()) {
      EditBatch.Result result = attempt(batch, one);
      if (result instanceof EditBatch.Result.Refused(String reason)) {
        refusals.put(one.finding().key(), reason);
      }
    }
    return new Done(job.manifest().file(), batch.edits().shift(job.part().offset()), refusals);
  }

  /** A plan that fails unexpectedly costs its own fix alone. */
  private static EditBatch.Result attempt(EditBatch batch, Wanted one) {
    try {
      return batch.add(one.finding().finding().path(), one.fix().plan()::ask);
    } catch (RuntimeException | StackOverflowError e) {
      return new EditBatch.Result.Refused(
          "the fix stopped unexpectedly (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** Where all together would break the object: those that break it by themselves are refused. */
  private static Done oneByOne(Job job, String text) {
    YamlDocument document = job.part().document();
    Map<LocatedFinding.Key, String> refusals = new HashMap<>();
    List<Wanted> sound = new ArrayList<>();
    for (Wanted one : job.wanted()) {
      Optional<String> objection =
          one.fix().on(text) instanceof EditOutcome.Edited(EditSet edits, String _)
              ? Validity.objection(document, text, edits)
              : Optional.empty();
      objection.ifPresentOrElse(
          reason -> refusals.put(one.finding().key(), reason), () -> sound.add(one));
    }
    List<Wanted> taken = new ArrayList<>();
    Done made = nothing(job);
    for (Wanted one : sound) {
      taken.add(one);
      Job more = new Job(job.manifest(), job.part(), List.copyOf(taken));
      Done next = done(more, EditBatch.whole(document, text));
      EditSet here = next.edits().shift(-job.part().offset());
      if (Validity.objection(document, text, here).isPresent()) {
        taken.removeLast();
      } else {
        made = next;
      }
    }
    refusals.putAll(made.refusals());
    return new Done(job.manifest().file(), made.edits(), refusals);
  }
}
