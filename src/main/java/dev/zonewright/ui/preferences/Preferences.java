package dev.zonewright.ui.preferences;

import dev.zonewright.settings.Settings;
import dev.zonewright.settings.SettingsStore;
import dev.zonewright.ui.BackgroundRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The settings while the window lives: changed on the UI thread, written in the background once
 * things are quiet. Without a store they last as long as the window.
 */
public final class Preferences {
  private static final Duration QUIET = Duration.ofMillis(400);

  private final BackgroundRunner runner;
  private final Optional<SettingsStore> store;
  private final Consumer<String> trouble;
  private final ReadOnlyObjectWrapper<Settings> settings =
      new ReadOnlyObjectWrapper<>(Settings.DEFAULT);
  private final BackgroundRunner.Quiet quiet;
  private boolean ended;
  private volatile Settings latest = Settings.DEFAULT;
  private String told = "";

  /**
   * Preferences with what was kept.
   *
   * @param trouble hears, in a sentence for the person, why settings cannot be read or kept
   */
  public Preferences(
      BackgroundRunner runner, Optional<SettingsStore> store, Consumer<String> trouble) {
    this.runner = runner;
    this.store = store;
    this.trouble = trouble;
    this.quiet = runner.quiet(QUIET, this::write);
    store
        .map(SettingsStore::load)
        .ifPresent(loaded -> {
          latest = loaded.settings();
          settings.set(latest);
          loaded.trouble().ifPresent(this::tell);
        });
  }

  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  /** Where they are kept; empty when they last only as long as the window. */
  public Optional<Path> folder() {
    return store.map(SettingsStore::folder);
  }

  public Settings now() {
    return settings.get();
  }

  /** Changes the settings; they are written soon. */
  public void change(UnaryOperator<Settings> how) {
    Settings now = how.apply(latest);
    if (!now.equals(latest)) {
      latest = now;
      settings.set(now);
      quiet.start();
    }
  }

  /**
   * Gives a property the value that was kept under a name, and keeps what it becomes.
   *
   * @param name dotted: {@code findings.grouping}
   * @param word the value as a word
   * @param value the value of a word; empty for one that means nothing
   */
  public <T> void remember(
      String name,
      Property<T> property,
      Function<T, String> word,
      Function<String, Optional<T>> value) {
    Optional.ofNullable(latest.layout().get(name)).flatMap(value).ifPresent(property::setValue);
    property.addListener((_, _, now) -> change(s -> s.withLayout(name, word.apply(now))));
  }

  /** Writes what is not written yet, on this thread; for the end of the window. */
  public synchronized void flush() {
    store.ifPresent(s -> s.save(latest));
    ended = true;
  }

  private void write() {
    store.ifPresent(s -> runner.io(() -> save(s), why -> why.ifPresent(this::tell)));
  }

  /** Nothing is written once the window is gone. */
  private synchronized Optional<String> save(SettingsStore to) {
    return ended ? Optional.empty() : to.save(latest);
  }

  // once is enough for the same trouble
  private void tell(String why) {
    if (!why.equals(told)) {
      told = why;
      trouble.accept(why);
    }
  }
}
