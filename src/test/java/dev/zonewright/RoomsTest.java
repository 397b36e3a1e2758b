package dev.zonewright;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.stream.Stream;

/** Which room may use which. */
@AnalyzeClasses(packages = "dev.zonewright", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
  @ArchTest
  static final ArchRule ROOMS_DEPEND_ONLY_ALONG_THE_ARROWS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("text")
          .definedBy("dev.zonewright.text..")
          .layer("yaml")
          .definedBy("dev.zonewright.yaml..")
          .layer("kube")
          .definedBy("dev.zonewright.kube..")
          .layer("control")
          .definedBy("dev.zonewright.control..")
          .layer("catalogue")
          .definedBy("dev.zonewright.catalogue..")
          .layer("analysis")
          .definedBy("dev.zonewright.analysis..")
          .layer("review")
          .definedBy("dev.zonewright.review..")
          .layer("risk")
          .definedBy("dev.zonewright.risk..")
          .layer("checklist")
          .definedBy("dev.zonewright.checklist..")
          .layer("report")
          .definedBy("dev.zonewright.report..")
          .layer("workspace")
          .definedBy("dev.zonewright.workspace..")
          .layer("settings")
          .definedBy("dev.zonewright.settings..")
          .layer("ui")
          .definedBy("dev.zonewright.ui..")
          .layer("cli")
          .definedBy("dev.zonewright.cli..")
          .layer("app")
          .definedBy("dev.zonewright.app..")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("ui")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("cli")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("settings")
          .mayOnlyBeAccessedByLayers("ui", "app")
          .whereLayer("settings")
          .mayNotAccessAnyLayer()
          .whereLayer("workspace")
          .mayOnlyBeAccessedByLayers("ui", "cli", "app")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("ui", "cli", "app")
          .whereLayer("review")
          .mayOnlyBeAccessedByLayers("risk", "checklist", "report", "ui", "cli", "app")
          .whereLayer("checklist")
          .mayOnlyBeAccessedByLayers("report", "ui", "cli", "app")
          .whereLayer("risk")
          .mayOnlyBeAccessedByLayers("checklist", "report", "ui", "cli", "app")
          .whereLayer("analysis")
          .mayOnlyBeAccessedByLayers("review", "risk", "checklist", "report", "ui", "cli", "app")
          .whereLayer("catalogue")
          .mayOnlyBeAccessedByLayers("ui", "cli", "app")
          .whereLayer("control")
          .mayOnlyBeAccessedByLayers(
              "catalogue", "analysis", "review", "risk", "checklist", "report", "ui", "cli", "app")
          .because("two faces share one engine, and each room can be read without those above it");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices()
          .matching("dev.zonewright.(*)..")
          .should()
          .beFreeOfCycles()
          .because("rooms that need each other are one room");

  @ArchTest
  static final ArchRule NO_CYCLES_INSIDE_ROOMS =
      slices()
          .assignedFrom(
              packagesOf("dev.zonewright.yaml", "dev.zonewright.catalogue", "dev.zonewright.ui"))
          .should()
          .beFreeOfCycles()
          .because(
              "the tree can be read without the parser, a family of controls without others, a part"
                  + " of the window without the shell");

  @ArchTest
  static final ArchRule TREE_PARSER_PLANS_EDITS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("tree")
          .definedBy("dev.zonewright.yaml")
          .layer("parse")
          .definedBy("dev.zonewright.yaml.parse")
          .layer("plan")
          .definedBy("dev.zonewright.yaml.plan")
          .layer("edit")
          .definedBy("dev.zonewright.yaml.edit")
          .whereLayer("tree")
          .mayNotAccessAnyLayer()
          .whereLayer("parse")
          .mayOnlyAccessLayers("tree")
          .whereLayer("plan")
          .mayOnlyAccessLayers("tree")
          .whereLayer("edit")
          .mayOnlyAccessLayers("tree", "parse", "plan")
          .because("an edit is planned on the tree alone, and proved by the parser");

  private static SliceAssignment packagesOf(String... rooms) {
    return new SliceAssignment() {
      @Override
      public String getDescription() {
        return "the packages of " + String.join(" and ", rooms);
      }

      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        String name = type.getPackageName();
        boolean inside = Stream.of(rooms).anyMatch(r -> name.equals(r) || name.startsWith(r + "."));
        return inside ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
      }
    };
  }
}
