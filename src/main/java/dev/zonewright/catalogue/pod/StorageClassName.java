package dev.zonewright.catalogue.pod;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;

/** The class that a claim or a volume names: by annotation, as of old, or by its field. */
sealed interface StorageClassName {
  /** None is named. A claim then gets the cluster's default class; a volume has none. */
  record Unnamed() implements StorageClassName {}

  /** A name; the empty one says that there is to be no class. */
  record Named(String name) implements StorageClassName {}

  /** A placeholder, or no text. */
  record Unknown(YamlCursor at) implements StorageClassName {}

  /** The class that the root of a claim, of a claim's template or of a volume names. */
  static StorageClassName of(YamlCursor root) {
    YamlCursor old = root.get("metadata", "annotations", "volume.beta.kubernetes.io/storage-class");
    YamlCursor at = old.isSet() ? old : root.get("spec", "storageClassName");
    if (UnknownValue.hides(at) || (at.isSet() && at.string().isEmpty())) {
      return new Unknown(at);
    }
    return at.isSet() ? new Named(at.raw()) : new Unnamed();
  }
}
