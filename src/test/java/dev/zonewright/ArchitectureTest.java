package dev.zonewright;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.zonewright.control.Control;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** The rules of the house, each with its reason. */
@AnalyzeClasses(packages = "dev.zonewright", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static void filesAndPackagesCanBeTakenInAtAGlance(JavaClasses classes) {
    assertEquals(List.of(), FileSizes.tooLarge(Path.of("src", "main", "java")));
    assertEquals(List.of(), FileSizes.tooLong(Path.of("src", "test", "java")));
  }

  @ArchTest
  static final ArchRule JAVAFX_ONLY_IN_THE_WINDOW =
      noClasses()
          .that(not(resideInAnyPackage("dev.zonewright.ui..", "dev.zonewright.app..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "org.controlsfx..", "org.fxmisc..", "atlantafx..")
          .because("the terminal must work, and start fast, where there is no window system");

  @ArchTest
  static final ArchRule YAML_PARSER_ONLY_IN_YAML =
      noClasses()
          .that(not(resideInAPackage("dev.zonewright.yaml..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.snakeyaml..")
          .because("there is one tree, and only its room knows where it comes from");

  @ArchTest
  static final ArchRule FILES_ONLY_IN_WORKSPACE_AND_SETTINGS =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      "dev.zonewright.workspace..",
                      "dev.zonewright.settings..",
                      "dev.zonewright.app..",
                      "dev.zonewright.cli..")))
          .should()
          .dependOnClassesThat(
              resideInAPackage("java.nio.file")
                  .and(simpleNameIs("Files"))
                  .or(simpleNameIs("FileInputStream"))
                  .or(simpleNameIs("FileOutputStream"))
                  .or(simpleNameIs("RandomAccessFile"))
                  .or(simpleNameIs("ProcessBuilder"))
                  .or(simpleNameIs("FileChannel")))
          .because(
              "two rooms that touch files, one the person's and one the program's own, can be"
                  + " watched for what they open and write");

  @ArchTest
  static final ArchRule NO_NETWORK =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("java.net.http..")
                  .or(simpleNameIs("Socket"))
                  .or(simpleNameIs("ServerSocket"))
                  .or(simpleNameIs("URLConnection"))
                  .or(simpleNameIs("HttpURLConnection"))
                  .or(simpleNameIs("InetAddress")))
          .because("manifests under review must not leave the machine");

  @ArchTest
  static final ArchRule CONTROLS_ARE_FINAL_AND_STATELESS =
      classes()
          .that()
          .areAssignableTo(Control.class)
          .and()
          .resideInAPackage("dev.zonewright.catalogue..")
          .should()
          .haveModifier(JavaModifier.FINAL)
          .andShould(haveNoInstanceFields())
          .because("one instance serves every document on every thread");

  @ArchTest
  static final ArchRule CONTROLS_KNOW_NOTHING_ABOVE_THEM =
      noClasses()
          .that()
          .resideInAPackage("dev.zonewright.catalogue..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.zonewright.analysis..", "dev.zonewright.risk..", "dev.zonewright.ui..")
          .because("a control says what a manifest is, not what is done about it");

  @ArchTest
  static final ArchRule CONTROLS_DO_NOT_USE_EACH_OTHER =
      classes()
          .that()
          .areAssignableTo(Control.class)
          .and()
          .resideInAPackage("dev.zonewright.catalogue..")
          .should(notUseOtherControls())
          .because("a control can be read, changed and removed alone");

  @ArchTest
  static final ArchRule VIEW_MODELS_WITHOUT_A_SCENE =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Model")
          .and()
          .resideInAPackage("dev.zonewright.ui..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx.scene..", "javafx.stage..", "org.fxmisc..", "org.controlsfx..")
          .because("view models are tested without a toolkit");

  @ArchTest
  static final ArchRule STANDARD_STREAMS_ONLY_IN_THE_TERMINAL =
      noClasses()
          .that(not(resideInAnyPackage("dev.zonewright.cli..", "dev.zonewright.app..")))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("the window has no terminal, and reports go where they are asked for");

  @ArchTest
  static final ArchRule EXIT_ONLY_IN_APP =
      noClasses()
          .that(not(resideInAPackage("dev.zonewright.app..")))
          .should()
          .callMethod(System.class, "exit", int.class)
          .because("only the main method knows whether the program is done");

  @ArchTest
  static final ArchRule THREADS_ONLY_IN_THE_RUNNER =
      noClasses()
          .that(not(resideInAPackage("dev.zonewright.app..")))
          .and(not(simpleNameIs("BackgroundRunner")))
          .and()
          .haveSimpleNameNotStartingWith("BackgroundRunner")
          .should()
          .dependOnClassesThat(simpleNameIs("Thread").or(simpleNameIs("Executors")))
          .orShould()
          .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
          .because("one place decides what runs where, and tests hand in executors");

  @ArchTest
  static final ArchRule NO_MUTABLE_STATICS =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat(alwaysTrue())
          .should()
          .beFinal()
          .because("a program without global state can be run twice in one test");

  @ArchTest
  static final ArchRule PACKAGES_ARE_NULL_MARKED =
      classes()
          .that(not(simpleNameIs("package-info")))
          .should(liveInNullMarkedPackage())
          .because("what may be null says so, and the compiler holds it to that");

  private static DescribedPredicate<JavaClass> simpleNameIs(String name) {
    return DescribedPredicate.describe("named " + name, type -> type.getSimpleName().equals(name));
  }

  private static ArchCondition<JavaClass> haveNoInstanceFields() {
    return new ArchCondition<>("have no instance fields") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getFields().stream()
            .filter(f -> !f.getModifiers().contains(JavaModifier.STATIC))
            .forEach(
                f -> events.add(SimpleConditionEvent.violated(f, f.getFullName() + " is state")));
      }
    };
  }

  private static ArchCondition<JavaClass> notUseOtherControls() {
    return new ArchCondition<>("use no other control") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(d -> d.getTargetClass().isAssignableTo(Control.class))
            .filter(d -> d.getTargetClass().getPackageName().contains(".catalogue"))
            .filter(d -> !d.getTargetClass().equals(type))
            .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
      }
    };
  }

  private static ArchCondition<JavaClass> liveInNullMarkedPackage() {
    return new ArchCondition<>("live in a null-marked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(
              SimpleConditionEvent.violated(
                  type, type.getPackageName() + " has no @NullMarked package-info"));
        }
      }
    };
  }
}
