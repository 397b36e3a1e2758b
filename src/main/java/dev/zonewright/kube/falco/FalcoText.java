package dev.zonewright.kube.falco;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an object holds for Falco: files of rules and of configuration in a ConfigMap, in the values
 * of a Helm release, or in a resource of Falco's operator. Files are read as YAML, so that what is
 * commented out does not count.
 *
 * @param rules the items of its files of rules, in their order
 * @param config where a configuration of Falco is written
 * @param plugin where one loads Edera's plugin
 */
record FalcoText(List<RuleEntry> rules, Optional<YamlPath> config, Optional<YamlPath> plugin) {
  /** The kinds that may hold it. */
  static final Set<String> KINDS =
      Set.of(
          "ConfigMap",
          "HelmRelease",
          "Application",
          "HelmChart",
          "HelmChartConfig",
          "Falco",
          "Rulesfile",
          "Config");

  /** The name of the plugin's library, which stands in every configuration that loads it. */
  static final String PLUGIN = "libedera_falco_plugin";

  // a file in a value of a file in a value: k3s holds Helm values so, and these hold rules
  private static final int DEPTH = 3;

  private static final Pattern WORTH_READING =
      Pattern.compile("\\b(?:rule|macro|load_plugins|plugins|rules_files?|customRules):");

  // one of these stands in all that the pattern finds; most texts have none, and words are found
  // sooner
  private static final List<String> WORDS =
      List.of("rule:", "macro:", "plugins:", "rules_file", "customRules:");

  private static final FalcoText NOTHING =
      new FalcoText(List.of(), Optional.empty(), Optional.empty());

  private static final Memo.Key<KubeObject, FalcoText> KEY = new Memo.Key<>(FalcoText::read);

  FalcoText {
    rules = List.copyOf(rules);
  }

  static FalcoText of(KubeObject object) {
    return KINDS.contains(object.kind()) ? object.facts().get(KEY, object) : NOTHING;
  }

  /** A file of rules by itself: a list without a kind. */
  static FalcoText of(YamlDocument file) {
    Reader reader = new Reader();
    reader.walk(file.cursor(), Optional.empty(), DEPTH);
    return new FalcoText(reader.rules, Optional.empty(), Optional.empty());
  }

  private static FalcoText read(KubeObject object) {
    Reader reader = new Reader();
    boolean map = object.kind().equals("ConfigMap");
    reader.walk(object.root().get(map ? "data" : "spec"), Optional.empty(), 0);
    return reader.foundNothing()
        ? NOTHING
        : new FalcoText(
            reader.rules, Optional.ofNullable(reader.config), Optional.ofNullable(reader.plugin));
  }

  private static final class Reader {
    private final List<RuleEntry> rules = new ArrayList<>();
    private @Nullable YamlPath config;
    private @Nullable YamlPath plugin;

    boolean foundNothing() {
      return rules.isEmpty() && config == null && plugin == null;
    }

    /** Looks at a value; of a file within a value, at the place of that value. */
    void walk(YamlCursor at, Optional<YamlPath> file, int depth) {
      if (at.isScalar()) {
        if (depth < DEPTH && isWorthReading(at.raw())) {
          YamlPath place = file.orElseGet(at::path);
          YamlStream.parse(at.raw())
              .parts()
              .forEach(part -> walk(part.document().cursor(), Optional.of(place), depth + 1));
        }
        return;
      }
      settings(at, file);
      at.entries().forEach(entry -> walk(entry, file, depth));
      for (YamlCursor item : at.items()) {
        Optional<RuleEntry> rule = RuleEntry.of(item, file.orElseGet(at::path));
        rule.ifPresentOrElse(rules::add, () -> walk(item, file, depth));
      }
    }

    private static boolean isWorthReading(String text) {
      return WORDS.stream().anyMatch(text::contains) && WORTH_READING.matcher(text).find();
    }

    private void settings(YamlCursor at, Optional<YamlPath> file) {
      YamlCursor plugins = at.get("plugins");
      YamlCursor loaded = at.get("load_plugins");
      if (!plugins.isSequence()
          && !loaded.isSequence()
          && !at.get("rules_files").isSequence()
          && !at.get("rules_file").isSequence()) {
        return;
      }
      YamlPath place = file.orElseGet(() -> plugins.exists() ? plugins.path() : at.path());
      config = config == null ? place : config;
      for (YamlCursor one : plugins.items()) {
        boolean named =
            one.get("library_path").raw().contains(PLUGIN)
                && (!loaded.isSet()
                    || loaded.items().stream()
                        .anyMatch(l -> l.raw().equals(one.get("name").raw())));
        plugin = plugin == null && named ? place : plugin;
      }
    }
  }
}
