package dev.zonewright.ui.shell;

import dev.zonewright.catalogue.ControlPage;
import dev.zonewright.control.Profile;
import dev.zonewright.settings.SettingsStore;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.editor.model.EditorPreferences;
import dev.zonewright.ui.files.FileCommands;
import dev.zonewright.ui.files.Tabs;
import dev.zonewright.ui.findings.FindingsModel;
import dev.zonewright.ui.help.HelpModel;
import dev.zonewright.ui.preferences.Preferences;
import dev.zonewright.ui.risk.RiskModel;
import dev.zonewright.ui.status.StatusModel;
import dev.zonewright.ui.tree.TreeModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The models of the parts of the window, by name; each part is looked at on its own. */
public abstract class WindowParts {
  final BackgroundRunner runner;
  final StatusModel status = new StatusModel();
  final FindingsModel findings = new FindingsModel();
  final TreeModel tree = new TreeModel();
  final RiskModel risk = new RiskModel();
  final EditorPreferences editorPreferences = new EditorPreferences();
  final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
  final HelpModel help;
  final Preferences preferences;
  private final Profile profile;

  /**
   * The parts of a window.
   *
   * @param settings the folder of the settings; empty to keep nothing
   */
  WindowParts(BackgroundRunner runner, Profile profile, Optional<Path> settings) {
    this.runner = runner;
    this.profile = profile;
    help = new HelpModel(runner, ControlPage::of);
    preferences =
        new Preferences(
            runner, settings.map(SettingsStore::new), why -> notice.set(Notice.warning(why)));
    status.workProperty().subscribe(this::tellWork);
  }

  /** What is still empty says that something is on its way, not that nothing is opened. */
  private void tellWork(StatusModel.Work work) {
    boolean coming = work == StatusModel.Work.OPENING || work == StatusModel.Work.BUSY;
    findings.awaits(coming);
    tree.awaits(coming);
    risk.awaits(coming);
  }

  /** How texts come in and out. */
  public abstract FileCommands files();

  /** The last thing to tell; null before the first. */
  public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** Asks the person through these from now on. */
  public void askThrough(UserDialogs dialogs) {
    files().askThrough(dialogs);
  }

  /** Opens files and folders; the first files get a tab. */
  public void open(List<Path> paths) {
    files().open(paths);
  }

  /** Saves the file on show. */
  public void save() {
    files().save();
  }

  public void saveAll() {
    files().saveAll();
  }

  /**
   * Closes the window, when the person does not want to stay with what is unsaved.
   *
   * @return whether it may close now; when not, {@code close} is called once everything is saved
   */
  public boolean mayClose(UserDialogs dialogs, Runnable close) {
    return files().mayClose(dialogs, close);
  }

  /** Whether nothing at all has been opened. */
  public ReadOnlyBooleanProperty emptyProperty() {
    return files().emptyProperty();
  }

  /** Whether any file has changes that are not on disk. */
  public ReadOnlyBooleanProperty unsavedProperty() {
    return files().unsaved().anyProperty();
  }

  public Preferences preferences() {
    return preferences;
  }

  public Profile profile() {
    return profile;
  }

  /** How texts are shown, in all tabs. */
  public EditorPreferences editorPreferences() {
    return editorPreferences;
  }

  public Tabs tabs() {
    return files().tabs();
  }

  public StatusModel status() {
    return status;
  }

  public FindingsModel findings() {
    return findings;
  }

  public TreeModel tree() {
    return tree;
  }

  public RiskModel risk() {
    return risk;
  }

  public HelpModel help() {
    return help;
  }
}
