package dev.zonewright.ui.perspective;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.FixOutcome;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.fix.FixActions;
import dev.zonewright.ui.fix.FixEntry;
import dev.zonewright.ui.fix.FixMenu;
import dev.zonewright.ui.fix.FixModel;
import dev.zonewright.ui.fix.FixOffer;
import dev.zonewright.ui.review.FixesMenu;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The fix menu over the pages of the review, which show answers and not the text that changes. */
public final class ReviewFixes implements FixActions, FixesMenu {
  private final Texts texts;
  private final FixActions inText;
  private final FixModel fixes;
  private @Nullable FixMenu menu;

  /** What the menu needs of the window. */
  public interface Texts {
    Analysis analysis();

    /** A file as it is now; empty where it is not open any more. */
    Optional<String> text(String file);

    /** Makes a proved fix, and says so in words, for the text is not in sight. */
    void apply(LocatedFinding finding, FixOutcome.Applied outcome, String before, String words);

    /** Says that there is no fix. */
    void tellNoFix();

    /** Shows the manifests, where controls are explained. */
    void showManifests();
  }

  /**
   * A menu.
   *
   * @param inText does what is done alike over the text
   */
  public ReviewFixes(Texts texts, BackgroundRunner runner, FixActions inText) {
    this.texts = texts;
    this.inText = inText;
    this.fixes = new FixModel(this, runner.engine(), runner.window());
  }

  @Override
  public void show(List<FixOffer> offers, Node owner, Bounds near) {
    Optional<String> text =
        offers.stream().findFirst().flatMap(o -> texts.text(o.finding().file()));
    if (text.isEmpty()) {
      texts.tellNoFix();
      return;
    }
    fixes.offer(texts.analysis(), text.get(), offers);
    FixMenu shown = menu == null ? new FixMenu(fixes) : menu;
    menu = shown;
    shown.show(owner, near, _ -> Optional.empty());
  }

  @Override
  public void apply(LocatedFinding finding, FixOutcome.Applied outcome, String before) {
    String words =
        fixes.selectedProperty().get() instanceof FixEntry.Ready ready
            ? ready.fix().title()
            : finding.finding().control().title();
    texts.apply(finding, outcome, before, words);
  }

  @Override
  public void fixDocument(LocatedFinding finding) {
    inText.fixDocument(finding);
  }

  @Override
  public void fixEverywhere(LocatedFinding finding) {
    inText.fixEverywhere(finding);
  }

  @Override
  public void accept(LocatedFinding finding) {
    inText.accept(finding);
  }

  @Override
  public void explain(LocatedFinding finding) {
    texts.showManifests();
    inText.explain(finding);
  }
}
