package dev.zonewright.ui.preferences;

import dev.zonewright.settings.Settings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;

/** The hint for the two keys that matter most; it goes away for good once they are known. */
public final class KeyHint {
  private static final String NAME = "keys";

  private final Preferences preferences;
  private final ObservableBooleanValue empty;
  private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
  private boolean walked;
  private boolean fixed;

  public KeyHint(Preferences preferences, ObservableBooleanValue empty) {
    this.preferences = preferences;
    this.empty = empty;
    empty.addListener((_, _, _) -> update());
    preferences.settingsProperty().addListener((_, _, _) -> update());
    update();
  }

  private void update() {
    Settings settings = preferences.now();
    shown.set(!empty.get() && !settings.hintsDone().contains(NAME));
  }

  public ReadOnlyBooleanProperty shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The person has read it. */
  public void read() {
    preferences.change(s -> s.withHintDone(NAME));
  }

  /** The person went to another finding by key. */
  public void walked() {
    walked = true;
    known();
  }

  /** The person asked for fixes. */
  public void askedForFixes() {
    fixed = true;
    known();
  }

  private void known() {
    if (walked && fixed) {
      read();
    }
  }
}
