package dev.zonewright.risk;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.Workload;
import dev.zonewright.kube.ObjectRef;
import org.jspecify.annotations.Nullable;

/** What a finding and a workload have in common. */
record Owner(String file, int document, ObjectRef object) {
  static Owner of(LocatedFinding finding) {
    return new Owner(finding.file(), finding.document(), finding.finding().object());
  }

  static Owner of(Workload workload) {
    return new Owner(workload.file(), workload.document(), workload.object());
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Owner that
        && document == that.document
        && object.equals(that.object)
        && file.equals(that.file);
  }

  @Override
  public int hashCode() {
    return (object.hashCode() * 31 + file.hashCode()) * 31 + document;
  }
}
