package dev.zonewright.analysis.across;

import dev.zonewright.control.Fix;
import dev.zonewright.control.NewDocument;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.edit.EditBatch;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes fixes that reach beyond their document, one after another. One that needs a document that
 * another of them has changed is put off, and what two of them add alike is added once.
 */
public final class AcrossFixes {
  /** Why fixes are not made whose result does not {@linkplain EditedFiles#hold() hold}. */
  public static final String UNPROVED =
      "the file is written in a way in which no document can be added safely; add it by hand";

  private final ObjectPlaces places;
  private final Map<ObjectRef, NewDocument> added = new HashMap<>();
  private final EditedFiles files;

  public AcrossFixes(Iterable<Manifest> manifests) {
    places = new ObjectPlaces(manifests);
    files = EditedFiles.of(manifests);
  }

  /** The files as the fixes made so far have left them. */
  public EditedFiles files() {
    return files;
  }

  /**
   * Makes a fix as a whole or not at all.
   *
   * @param document with the finding, as it was before the first fix
   */
  public EditBatch.Result add(String file, YamlDocument document, Fix.Plan plan) {
    AcrossFix fix = new AcrossFix(files, places, new ObjectPlaces.At(file, document));
    try {
      if (plan instanceof Fix.Across across) {
        across.ask(fix);
      } else {
        plan.ask(fix.here());
      }
      fix.make(added);
    } catch (FixStop stop) {
      files.takeBack();
      return fix.isLate()
          ? new EditBatch.Result.PutOff()
          : new EditBatch.Result.Refused(stop.reason());
    }
    files.keep();
    return new EditBatch.Result.Made();
  }
}
