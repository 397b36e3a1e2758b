package dev.zonewright.ui.files;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which files have changes that are not saved. */
public final class UnsavedFiles {
  private final ReadOnlyObjectWrapper<Set<String>> names = new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();

  void update(List<OpenFile> modified) {
    names.set(modified.stream().map(OpenFile::name).collect(Collectors.toUnmodifiableSet()));
    any.set(!modified.isEmpty());
  }

  /** Their names. */
  public ReadOnlyObjectProperty<Set<String>> namesProperty() {
    return names.getReadOnlyProperty();
  }

  /** Whether there is one. */
  public ReadOnlyBooleanProperty anyProperty() {
    return any.getReadOnlyProperty();
  }
}
