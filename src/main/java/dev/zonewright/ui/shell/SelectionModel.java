package dev.zonewright.ui.shell;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.model.RelatedMark;
import dev.zonewright.ui.files.OpenFile;
import dev.zonewright.ui.files.OpenFiles;
import dev.zonewright.ui.files.Tabs;
import dev.zonewright.ui.findings.FindingsModel;
import dev.zonewright.ui.help.HelpModel;
import dev.zonewright.ui.risk.RiskModel;
import dev.zonewright.ui.tree.TreeModel;
import dev.zonewright.ui.tree.TreeNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at, as one value that all parts of the window follow. Each part is told of a new
 * value after it is set; what a part says in answer agrees with the value and changes nothing.
 */
final class SelectionModel {
  private final OpenFiles openFiles;
  private final Tabs tabs;
  private final FindingsModel findings;
  private final HelpModel help;
  private final RiskModel risk;
  private final TreeModel tree;
  private final ReadOnlyObjectWrapper<Selection> current =
      new ReadOnlyObjectWrapper<>(Selection.NOTHING);
  private final TextOnShow text;
  private final FirstLook firstLook;
  private final TextFollower follower;

  SelectionModel(
      OpenFiles openFiles,
      Tabs tabs,
      FindingsModel findings,
      HelpModel help,
      RiskModel risk,
      TreeModel tree,
      Supplier<Analysis> analysis) {
    this.openFiles = openFiles;
    this.tabs = tabs;
    this.findings = findings;
    this.help = help;
    this.risk = risk;
    this.tree = tree;
    text = new TextOnShow(openFiles, tabs, analysis);
    firstLook = new FirstLook(openFiles, tabs, findings, analysis, text);
    follower = new TextFollower(tabs, findings, analysis, text, firstLook::isOver);
    findings.selectedProperty().addListener((_, _, now) -> chosenInTable(now));
    risk.tenantProperty().addListener((_, _, now) -> tenantChosen(Optional.ofNullable(now)));
    tabs.activeProperty().addListener((_, _, now) -> activated(now));
  }

  /** What is looked at. */
  ReadOnlyObjectProperty<Selection> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** The text on show, and where the caret is in it. */
  TextOnShow text() {
    return text;
  }

  /** Looks at something: the value first, then each part that shows it. */
  private void become(Selection now) {
    Selection was = current.get();
    current.set(now);
    findings.selectedProperty().set(now.finding().orElse(null));
    now.tenant().ifPresent(risk::choose);
    tree.follow(now.object());
    if (!now.finding().equals(was.finding())) {
      LocatedFinding finding = now.finding().orElse(null);
      help.show(finding, finding != null && findings.isOnHost(finding));
      openFiles.files().stream().filter(OpenFile::hasEditor).forEach(this::number);
    }
  }

  /** Shows the numbers of the finding's places in a text. */
  private void number(OpenFile file) {
    file.editor()
        .setRelated(
            current.get().finding().map(f -> RelatedMark.of(f, file.name())).orElse(List.of()));
  }

  /**
   * Chooses the first finding there is to see, once, so that nobody has to look for it.
   *
   * @param complete whether no more files are to come
   */
  void introduce(boolean complete) {
    Optional<LocatedFinding> first = firstLook.next(current.get().finding(), complete);
    first.ifPresent(this::choose);
    if (first.isEmpty()) {
      follower.arrived(current.get()).ifPresent(this::become);
    } else if (complete) {
      tabs.settle();
    }
  }

  /** Somebody types into a text: the others follow once that is analysed. */
  void typedInto(EditorModel editor) {
    follower.typedInto(editor.file());
  }

  /**
   * Takes in what an analysis brought: what was chosen stays chosen, and the caret stays put. Where
   * the chosen finding is gone, the next one is chosen in its stead, unless somebody is typing.
   *
   * @param coming the tenants' risk that is about to be shown
   * @param show shows all of it
   */
  void refresh(List<TenantRisk> coming, Runnable show) {
    Selection before = current.get();
    boolean typing = follower.awaits(text.activeName());
    Optional<String> tenant = risk.tenantAmong(coming);
    if (!tenant.equals(Optional.ofNullable(risk.tenantProperty().get()))) {
      current.set(before.withTenant(tenant));
    }
    show.run();
    boolean went = before.finding().isPresent() && current.get().finding().isEmpty();
    if (went && firstLook.lost(before.finding().get())) {
      introduce(false);
    }
    become(current.get());
    follower.arrived(current.get()).ifPresent(this::become);
    follower.edited().ifPresent(this::followCaret);
    if (went && !typing && current.get().finding().isEmpty()) {
      findings
          .next(text.activeName(), text.caret())
          .ifPresent(next -> become(current.get().with(next)));
    }
  }

  /** Nothing is left to look at; of what comes next, the first is chosen again. */
  void forget() {
    become(Selection.NOTHING);
    // of what comes next, a filter that nobody remembers would hide something
    findings.clearFilter();
    firstLook.again();
  }

  void next() {
    findings.next(text.activeName(), text.caret()).ifPresent(this::choose);
  }

  void previous() {
    findings.previous(text.activeName(), text.caret()).ifPresent(this::choose);
  }

  /** Chooses a finding and shows its place, also when it is chosen already. */
  void choose(LocatedFinding finding) {
    become(current.get().with(finding));
    openFiles
        .file(finding.file())
        .ifPresent(file -> {
          tabs.show(file);
          EditorModel editor = file.editor();
          if (finding.equals(editor.selectedProperty().get())) {
            editor.reveal(finding.range());
          } else {
            editor.selectedProperty().set(finding);
          }
        });
  }

  /** Chooses a finding where the caret is, which stays. */
  void chooseHere(LocatedFinding finding) {
    become(current.get().with(finding));
  }

  void nextPlace() {
    turnPlace(1);
  }

  void previousPlace() {
    turnPlace(-1);
  }

  private void turnPlace(int by) {
    int places = current.get().finding().map(f -> f.related().size()).orElse(0) + 1;
    showPlace(Math.floorMod(current.get().number() + by, places));
  }

  /** Shows a place that the finding rests on, by its number; 0 is its own. */
  void showPlace(int number) {
    current
        .get()
        .finding()
        .ifPresent(finding -> {
          if (number == 0) {
            choose(finding);
          } else if (number <= finding.related().size()) {
            become(current.get().with(number, finding.related().get(number - 1)));
            current.get().at().ifPresent(this::jump);
          }
        });
  }

  /** Shows a place in its file. */
  private void jump(Jump to) {
    openFiles
        .file(to.file())
        .ifPresent(file -> {
          tabs.show(file);
          file.editor().reveal(to.range());
        });
  }

  /** Shows a place that somebody was led to: what is chosen is the object there from now on. */
  void goTo(Jump to) {
    jump(to);
    follower.led(current.get()).ifPresent(this::become);
  }

  /** Chooses a row of the tree: shows its object, and chooses the first finding that it holds. */
  void choose(TreeNode row) {
    Optional<LocatedFinding> first =
        row.counts().isEmpty() ? Optional.empty() : findings.first(row::holds);
    if (row.jump().isEmpty() && first.isPresent()) {
      choose(first.get());
    } else {
      Selection now = current.get().with(row.object(), row.jump(), first);
      become(first.isPresent() ? now : now.withTenant(text.tenantOf(row).or(now::tenant)));
      row.jump().ifPresent(this::jump);
    }
  }

  private void chosenInTable(@Nullable LocatedFinding now) {
    Selection at = current.get();
    if (now == null) {
      if (at.finding().isPresent()) {
        become(at.withoutFinding());
      }
    } else if (at.isOf(now)) {
      if (!at.finding().equals(Optional.of(now))) {
        become(at.renewed(now));
      }
    } else {
      choose(now);
    }
  }

  /** A tenant was asked for in the risk panel: what is chosen belongs to it from now on. */
  private void tenantChosen(Optional<String> tenant) {
    if (tenant.isPresent() && !tenant.equals(current.get().tenant())) {
      findings
          .first(f -> f.finding().tenant().equals(tenant))
          .ifPresentOrElse(
              this::choose,
              () ->
                  become(
                      current
                          .get()
                          .with(Optional.empty(), Optional.empty(), Optional.empty())
                          .withTenant(tenant)));
    }
  }

  private void activated(@Nullable OpenFile now) {
    if (now != null) {
      now.editor().setFindings(text.freshFindings(now));
      number(now);
      turnedTo(now);
    }
  }

  /** Another file came to the front: what is chosen belongs to it from now on. */
  private void turnedTo(OpenFile file) {
    Selection at = current.get();
    if (at.at().isPresent() && !at.isIn(file.name())) {
      become(follower.turnedTo(file, at));
      followCaret(file.editor());
    }
  }

  /** The caret moved: the finding there is the chosen one, unless one there is chosen already. */
  void followCaret(EditorModel editor) {
    int caret = editor.caretProperty().get();
    if (current.get().number() > 0 && current.get().beginsAt(editor.file(), caret)) {
      return;
    }
    List<LocatedFinding> here =
        editor.findingsAtCaret().stream()
            .filter(f -> f.range().start() <= caret && caret <= f.range().end())
            .toList();
    if (!here.isEmpty() && here.stream().noneMatch(current.get()::isOf)) {
      become(current.get().with(here.getFirst()));
    }
  }
}
