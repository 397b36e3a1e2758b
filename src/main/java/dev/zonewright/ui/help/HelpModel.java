package dev.zonewright.ui.help;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedRelated;
import dev.zonewright.catalogue.ControlPage;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Family;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Severity;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.findings.EffectChip;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The page of the control whose finding is looked at. */
public final class HelpModel {
  private final BackgroundRunner runner;
  private final Function<String, ControlPage> pages;
  private final ReadOnlyObjectWrapper<@Nullable Help> current = new ReadOnlyObjectWrapper<>();
  private long asked;

  /** A stretch of the page under one heading, as Markdown. */
  public record Section(String title, String markdown) {}

  /**
   * What is shown.
   *
   * @param message what this finding says of this object
   * @param guidance what a person must do; may be empty
   * @param related the places that the finding rests on, in order
   */
  public record Help(
      String title,
      Severity severity,
      EffectChip effect,
      String message,
      String guidance,
      List<LocatedRelated> related,
      List<Section> sections) {}

  /**
   * Shows pages.
   *
   * @param pages loads the page of a control id; called in the background
   */
  public HelpModel(BackgroundRunner runner, Function<String, ControlPage> pages) {
    this.runner = runner;
    this.pages = pages;
  }

  /** What is shown; null when no finding is looked at. */
  public ReadOnlyObjectProperty<@Nullable Help> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Shows the page of a finding's control, or nothing. */
  public void show(@Nullable LocatedFinding finding, boolean onHost) {
    long mine = ++asked;
    if (finding == null) {
      current.set(null);
      return;
    }
    runner.compute(
        () -> help(finding, onHost),
        help -> {
          if (mine == asked) {
            current.set(help);
          }
        });
  }

  /** Shows the page of a control that nobody has a finding of. */
  public void show(ControlInfo control) {
    long mine = ++asked;
    runner.compute(
        () -> page(control, control.severity(), false, control.summary(), "", List.of()),
        help -> {
          if (mine == asked) {
            current.set(help);
          }
        });
  }

  private Help help(LocatedFinding at, boolean onHost) {
    Finding finding = at.finding();
    return page(
        finding.control(),
        finding.severity(),
        onHost,
        finding.message(),
        finding.guidance(),
        at.related());
  }

  private Help page(
      ControlInfo control,
      Severity severity,
      boolean onHost,
      String message,
      String guidance,
      List<LocatedRelated> related) {
    return new Help(
        control.title(),
        severity,
        EffectChip.of(control, onHost),
        message,
        guidance,
        related,
        sections(control));
  }

  /** A control of the review file has no page: what it finds is all there is to say. */
  private List<Section> sections(ControlInfo control) {
    if (control.family() == Family.REVIEW) {
      return List.of(
          new Section(
              "What it finds",
              control.summary() + ".\n\nThe manual describes the format of the review file."));
    }
    ControlPage page = pages.apply(control.id());
    return page.sectionNames().stream().map(n -> new Section(n, page.section(n))).toList();
  }
}
