package dev.zonewright.ui.shell;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.Position;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.files.OpenFile;
import dev.zonewright.ui.files.OpenFiles;
import dev.zonewright.ui.files.Tabs;
import dev.zonewright.ui.findings.FindingsModel;
import dev.zonewright.ui.help.HelpModel;
import dev.zonewright.ui.risk.RiskModel;
import dev.zonewright.ui.status.StatusModel;
import dev.zonewright.ui.tree.TreeModel;
import dev.zonewright.ui.tree.TreeNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at: the finding that is chosen, its place in its file, its control's page, its
 * tenant's risk and the row of its object always belong together.
 */
final class SelectionFollower {
  private final OpenFiles openFiles;
  private final Tabs tabs;
  private final FindingsModel findings;
  private final HelpModel help;
  private final RiskModel risk;
  private final TreeModel tree;
  private final StatusModel status;
  private final Supplier<Analysis> analysis;
  private boolean following;
  private boolean refreshing;
  private boolean introduced;
  // the finding that was chosen for the person, and whether it went while more files came
  private String shown = "";
  private boolean lost;

  SelectionFollower(
      OpenFiles openFiles,
      Tabs tabs,
      FindingsModel findings,
      HelpModel help,
      RiskModel risk,
      TreeModel tree,
      StatusModel status,
      Supplier<Analysis> analysis) {
    this.openFiles = openFiles;
    this.tabs = tabs;
    this.findings = findings;
    this.help = help;
    this.risk = risk;
    this.tree = tree;
    this.status = status;
    this.analysis = analysis;
    findings.selectedProperty().addListener((_, _, now) -> selected(now));
    risk.tenantProperty().addListener((_, _, now) -> tenantChosen(now));
    tabs.activeProperty().addListener((_, _, now) -> activated(now));
  }

  /**
   * Chooses the first finding there is to see, once, so that nobody has to look for it.
   *
   * @param complete whether no more files are to come
   */
  void introduce(boolean complete) {
    boolean untouched = findings.selectedProperty().get() == null && (caret() == 0 || lost);
    Optional<LocatedFinding> first = findings.next(activeName(), -1);
    boolean here = first.filter(f -> f.file().equals(activeName())).isPresent();
    if (!introduced && first.isPresent() && (here || complete)) {
      introduced = true;
      lost = false;
      if (untouched) {
        shown = first.get().fingerprint();
        choose(first.get());
      }
    }
  }

  /** Takes in what an analysis brought: what was chosen stays chosen, and the caret stays put. */
  void refresh(Runnable show) {
    following = true;
    refreshing = true;
    LocatedFinding before = findings.selectedProperty().get();
    show.run();
    refreshing = false;
    following = false;
    if (before != null
        && findings.selectedProperty().get() == null
        && before.fingerprint().equals(shown)) {
      // what a tenant lacks may be found elsewhere; at no time is nothing chosen
      introduced = false;
      lost = true;
      introduce(false);
    }
    // of a finding that was fixed, the object stays in view
    if (findings.selectedProperty().get() != null) {
      tree.follow(findings.selectedProperty().get());
    }
  }

  /** Nothing is left to look at; of what comes next, the first is chosen again. */
  void forget() {
    findings.selectedProperty().set(null);
    introduced = false;
  }

  void next() {
    findings.next(activeName(), caret()).ifPresent(this::choose);
  }

  void previous() {
    findings.previous(activeName(), caret()).ifPresent(this::choose);
  }

  /** Chooses a finding and shows its place, also when it is chosen already. */
  void choose(LocatedFinding finding) {
    if (finding.equals(findings.selectedProperty().get())) {
      selected(finding);
    } else {
      findings.selectedProperty().set(finding);
    }
  }

  /** Shows a place in its file. */
  void jump(Jump to) {
    openFiles
        .file(to.file())
        .ifPresent(file -> {
          tabs.show(file);
          file.editor().reveal(to.range());
        });
  }

  /** Chooses a row of the tree: shows its object, and chooses the first finding that it holds. */
  void choose(TreeNode row) {
    Optional<LocatedFinding> first =
        row.counts().isEmpty() ? Optional.empty() : findings.first(row::holds);
    if (row.jump().isPresent()) {
      jump(row.jump().get());
      quietly(first.orElse(null));
    } else {
      first.ifPresentOrElse(this::choose, () -> quietly(null));
    }
    if (first.isEmpty()) {
      tenantOf(row).ifPresent(tenant -> look(tenant));
    }
  }

  private Optional<String> tenantOf(TreeNode row) {
    if (row.mark() == TreeNode.Mark.TENANT) {
      return Optional.of(row.title());
    }
    return row.jump()
        .flatMap(at ->
            analysis.get().objects().stream()
                .filter(o -> o.file().equals(at.file()))
                .filter(o -> o.rangeOf(o.object().root()).equals(at.range()))
                .findFirst())
        .flatMap(o -> o.object().tenant());
  }

  private void look(String tenant) {
    following = true;
    risk.choose(tenant);
    following = false;
  }

  /** Chooses a finding without moving the caret. */
  private void quietly(@Nullable LocatedFinding finding) {
    following = true;
    findings.selectedProperty().set(finding);
    following = false;
  }

  /** A tenant was asked for in the risk panel: what is chosen belongs to it from now on. */
  private void tenantChosen(@Nullable String tenant) {
    LocatedFinding chosen = findings.selectedProperty().get();
    Optional<String> now = Optional.ofNullable(tenant);
    boolean known = chosen != null && chosen.finding().tenant().equals(now);
    if (!following && now.isPresent() && !known) {
      findings
          .first(f -> f.finding().tenant().equals(now))
          .ifPresentOrElse(this::choose, () -> quietly(null));
    }
  }

  private void selected(@Nullable LocatedFinding now) {
    if (!refreshing) {
      tree.follow(now);
    }
    help.show(now, now != null && findings.isOnHost(now));
    if (now == null) {
      return;
    }
    now.finding().tenant().ifPresent(risk::choose);
    openFiles
        .file(now.file())
        .filter(_ -> !following)
        .ifPresent(file -> {
          tabs.show(file);
          EditorModel editor = file.editor();
          if (now.equals(editor.selectedProperty().get())) {
            editor.reveal(now.range());
          } else {
            editor.selectedProperty().set(now);
          }
        });
  }

  private void activated(@Nullable OpenFile now) {
    status.placeProperty().unbind();
    status.placeProperty().set("");
    status.lineEndsProperty().set(now == null ? "" : now.lineEnds());
    status.encodingProperty().set(now == null ? "" : now.encoding());
    if (now != null) {
      EditorModel editor = now.editor();
      editor.setFindings(freshFindings(now));
      status.placeProperty().bind(editor.positionProperty().map(SelectionFollower::words));
      turnedTo(now);
    }
  }

  /** Another file came to the front: what is chosen belongs to it from now on. */
  private void turnedTo(OpenFile file) {
    LocatedFinding chosen = findings.selectedProperty().get();
    if (!following && chosen != null && !chosen.file().equals(file.name())) {
      quietly(findings.first(f -> f.file().equals(file.name())).orElse(null));
      followCaret(file.editor());
    }
  }

  // a text that was edited since the analysis has moved its findings itself
  private List<LocatedFinding> freshFindings(OpenFile file) {
    return isAnalysed(file.name())
        ? analysis.get().findingsIn(file.name())
        : file.editor().findings();
  }

  /** Whether the analysis is of the text as it is now; of a file that is not open it is. */
  boolean isAnalysed(String file) {
    String text = openFiles.file(file).map(OpenFile::text).orElse("");
    return text.isEmpty()
        || analysis.get().manifest(file).filter(m -> m.stream().text().equals(text)).isPresent();
  }

  /** The caret moved: the finding there is the chosen one, unless one there is chosen already. */
  void followCaret(EditorModel editor) {
    List<LocatedFinding> here =
        editor.findingsAtCaret().stream().filter(f -> touches(f, editor)).toList();
    LocatedFinding chosen = findings.selectedProperty().get();
    boolean known =
        chosen != null && here.stream().anyMatch(f -> f.fingerprint().equals(chosen.fingerprint()));
    if (!here.isEmpty() && !known) {
      following = true;
      findings.selectedProperty().set(here.getFirst());
      following = false;
    }
  }

  private static boolean touches(LocatedFinding finding, EditorModel editor) {
    int caret = editor.caretProperty().get();
    return finding.range().start() <= caret && caret <= finding.range().end();
  }

  /** The number of the document that the caret is in; 0 where there is none. */
  int documentAtCaret() {
    return analysis
        .get()
        .manifest(activeName())
        .flatMap(m -> m.stream().partAt(caret()))
        .map(p -> p.number())
        .orElse(0);
  }

  /** The file on show; empty when there is none. */
  String activeName() {
    OpenFile active = tabs.activeProperty().get();
    return active == null ? "" : active.name();
  }

  /** Where the caret is; empty while no file is on show. */
  Optional<Jump> place() {
    return Optional.ofNullable(tabs.activeProperty().get())
        .map(file -> new Jump(file.name(), TextRange.at(caret())));
  }

  private int caret() {
    OpenFile active = tabs.activeProperty().get();
    return active == null ? 0 : active.editor().caretProperty().get();
  }

  private static String words(Position at) {
    return "Ln %,d, Col %,d".formatted(at.line(), at.column());
  }
}
