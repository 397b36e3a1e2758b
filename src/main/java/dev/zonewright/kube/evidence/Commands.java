package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of all commands that are run in the containers of a pod, when they start, when they are
 * asked how they are and when they end; read once for each pod.
 */
final class Commands {
  private static final Memo.Key<PodView, Map<YamlCursor, Commands>> OF_POD =
      new Memo.Key<>(Commands::read);
  private static final Pattern BETWEEN = Pattern.compile("[\\s;|&(){}<>`\"'=$]+");
  private static final Pattern OF_COMMAND =
      Pattern.compile(
          "(.*_)?(CMD|COMMANDS?|SCRIPTS?|ENTRYPOINT|RUN|EXEC|HOOKS?|STARTUP|SETUP)(_.*)?",
          Pattern.CASE_INSENSITIVE);

  /** Files that are called like a program: {@code /etc/passwd} is not started. */
  private static final Set<String> FILES = Set.of("passwd", "crontab");

  private static final List<String> KEYS = List.of("command", "args", "source", "script");
  private static final List<String> HOOKS = List.of("postStart", "preStop");
  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");

  private final List<String> texts;
  private final List<String> words;

  private Commands(YamlCursor container) {
    List<String> all = new ArrayList<>();
    for (String key : KEYS) {
      YamlCursor at = container.get(key);
      at.string().ifPresent(all::add);
      at.items().forEach(item -> all.add(item.raw()));
    }
    for (String hook : HOOKS) {
      addAll(container.get("lifecycle", hook), all);
    }
    for (String probe : PROBES) {
      addAll(container.get(probe), all);
    }
    for (YamlCursor variable : container.get("env").items()) {
      // a variable that an image's start runs as a command
      String value = variable.get("value").raw();
      if (OF_COMMAND.matcher(variable.get("name").raw()).matches() && value.contains(" ")) {
        all.add(value);
      }
    }
    this.texts = List.copyOf(all);
    this.words = words(all);
  }

  private static void addAll(YamlCursor handler, List<String> all) {
    handler.get("exec", "command").items().forEach(item -> all.add(item.raw()));
  }

  private static Map<YamlCursor, Commands> read(PodView pod) {
    Map<YamlCursor, Commands> out = new HashMap<>();
    pod.containers().forEach(container -> out.put(container.at(), new Commands(container.at())));
    return out;
  }

  private static Commands of(ContainerView container) {
    Commands known = container.pod().facts().get(OF_POD, container.pod()).get(container.at());
    return known == null ? new Commands(container.at()) : known;
  }

  /** The texts of the commands and their arguments, as written. */
  static List<String> textsOf(ContainerView container) {
    return of(container).texts;
  }

  /** The single words in them, those of scripts included, each without its folder. */
  static List<String> wordsOf(ContainerView container) {
    return of(container).words;
  }

  static List<String> words(List<String> texts) {
    List<String> out = new ArrayList<>();
    for (String text : texts) {
      for (String word : BETWEEN.split(text)) {
        if (!word.isEmpty()) {
          String name = word.substring(word.lastIndexOf('/') + 1);
          if (!FILES.contains(name) || name.equals(word) || word.endsWith("bin/" + name)) {
            out.add(name);
          }
        }
      }
    }
    return List.copyOf(out);
  }
}
