package dev.zonewright.ui;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.analysis.Workload;
import dev.zonewright.kube.ObjectRef;

/**
 * An object in the document that holds it; two documents may hold objects of one name.
 *
 * @param document from 1
 */
public record ObjectPlace(String file, int document, ObjectRef object) {
  /** The object that a finding is of. */
  public static ObjectPlace of(LocatedFinding at) {
    return new ObjectPlace(at.file(), at.document(), at.finding().object());
  }

  public static ObjectPlace of(LocatedObject at) {
    return new ObjectPlace(at.file(), at.document(), ObjectRef.of(at.object()));
  }

  public static ObjectPlace of(Workload at) {
    return new ObjectPlace(at.file(), at.document(), at.object());
  }
}
