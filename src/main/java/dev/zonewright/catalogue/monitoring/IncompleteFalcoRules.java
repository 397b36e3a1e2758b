package dev.zonewright.catalogue.monitoring;

import dev.zonewright.catalogue.added.NewObject;
import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Edits;
import dev.zonewright.control.Fix;
import dev.zonewright.control.NewDocument;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Reporter.FindingBuilder;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.falco.FalcoRunner;
import dev.zonewright.kube.falco.FalcoSetup;
import dev.zonewright.kube.falco.KeyRule;
import dev.zonewright.kube.falco.Seen;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for the five alerts of the reference architecture in the conditions of all opened rules of
 * Falco. Told once: at the first file of rules, else at Falco itself.
 */
public final class IncompleteFalcoRules implements Control.OnObject, Control.OnDocument {
  private static final String FILE = "edera-zone-rules";
  private static final String MAP = "falco-edera-zone-rules";

  private static final ControlInfo INFO =
      Sources.info(
          IncompleteFalcoRules.class,
          "Incomplete Falco rules",
          "Falco has no rule for an attempt that the reference architecture wants reported",
          "Falco: Basic Elements of Falco Rules");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    if ((!FalcoRunner.is(object) && !FalcoSetup.hasRules(object))
        || !Opened.isFirst(object, reporter)) {
      return;
    }
    FalcoSetup setup = reporter.ask(new FalcoSetup.Asked());
    List<KeyRule> missing = setup.unwatched();
    Optional<Seen> at =
        Stream.concat(setup.files().stream(), setup.runners().stream())
            .findFirst()
            .filter(seen -> seen.object().equals(ObjectRef.of(object)));
    if (missing.isEmpty() || at.isEmpty()) {
      return;
    }
    YamlCursor cursor = object.root().document().cursor().at(at.get().path());
    report(setup, missing, cursor, fix(object, missing, reporter), reporter);
  }

  /** A file of rules by itself, which holds no object. */
  @Override
  public void check(YamlDocument document, Reporter reporter) {
    Optional<Seen> file = FalcoSetup.fileOf(document);
    if (file.isEmpty()) {
      return;
    }
    FalcoSetup setup = reporter.ask(new FalcoSetup.Asked());
    List<KeyRule> missing = setup.unwatched();
    if (missing.isEmpty() || !setup.files().getFirst().equals(file.get())) {
      return;
    }
    Fix fix =
        Fix.review(
            title(missing),
            "somebody must read the alerts",
            editor -> missing.forEach(key -> editor.addItem(file.get().path(), key.item())));
    report(setup, missing, document.cursor().at(file.get().path()).at(0), fix, reporter);
  }

  private static void report(
      FalcoSetup setup, List<KeyRule> missing, YamlCursor cursor, Fix fix, Reporter reporter) {
    String what = missing.stream().map(KeyRule::words).collect(Collectors.joining(", "));
    String why =
        missing.stream()
            .filter(setup.objections()::containsKey)
            .map(key -> "; " + setup.objections().get(key))
            .distinct()
            .collect(Collectors.joining());
    FindingBuilder finding =
        setup.files().isEmpty()
            ? reporter.undetermined(
                cursor,
                "No file of Falco's rules is opened: whether these are watched is not known: "
                    + what)
            : reporter.violated(cursor, "No opened rule of Falco watches: " + what + why);
    finding
        .about("the cluster")
        .fix(fix)
        .guidance(
            "Have somebody read the alerts. The rule on node ports reports every connection to "
                + "such a port: narrow it with fd.snet to the ranges of the nodes where others are"
                + " expected.");
  }

  private static String title(List<KeyRule> missing) {
    return missing.size() == 1
        ? "Add a rule for " + missing.getFirst().words()
        : "Add rules for %d alerts".formatted(missing.size());
  }

  private static Fix fix(KubeObject object, List<KeyRule> missing, Reporter reporter) {
    String title = title(missing);
    YamlValue rules =
        YamlValue.of(missing.stream().map(KeyRule::text).collect(Collectors.joining("\n\n")));
    if (object.kind().equals("ConfigMap") && !object.root().get("immutable").isTrue()) {
      YamlCursor data = object.root().get("data");
      String name = free(FILE, n -> data.get(n + ".yaml").exists()) + ".yaml";
      return Fix.review(
          title,
          "Falco reads the new file only where the whole ConfigMap is mounted among its rules",
          editor -> editor.set(data.path().key(name), rules));
    }
    String name =
        free(MAP, n -> reporter.cluster().object("ConfigMap", object.namespace(), n).isPresent());
    return Fix.reviewAcross(
        title + " in a new ConfigMap",
        "Falco reads it only once the ConfigMap is mounted among its rules",
        new Fix.Across() {
          @Override
          public void ask(Edits edits) {
            edits.add(
                new NewDocument(
                    NewObject.place(object, name),
                    map(name, NewObject.namespaceBeside(object), rules)));
          }
        });
  }

  private static String free(String name, Predicate<String> taken) {
    String free = name;
    for (int i = 2; taken.test(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }

  private static YamlValue.Mapping map(String name, String namespace, YamlValue rules) {
    YamlValue.Mapping metadata =
        namespace.isEmpty()
            ? YamlValue.mapping("name", YamlValue.of(name))
            : YamlValue.mapping("name", YamlValue.of(name), "namespace", YamlValue.of(namespace));
    return YamlValue.mapping(
        "apiVersion",
        YamlValue.of("v1"),
        "kind",
        YamlValue.of("ConfigMap"),
        "metadata",
        metadata,
        "data",
        YamlValue.mapping(FILE + ".yaml", rules));
  }
}
