package dev.zonewright.catalogue.agent;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a container can write, and where it visibly wants to. */
final class Scratch {
  private static final String TMP = "/tmp";

  /** Settings whose folder a program writes to. */
  private static final Set<String> FOLDER_VARIABLES =
      Set.of("TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "HF_HOME", "PIP_CACHE_DIR");

  /** A redirection or a command that makes something, and the absolute path behind it. */
  private static final Pattern WRITES =
      Pattern.compile(
          "(?:>>?|\\b(?:touch|mkdir(?: -p)?|tee(?: -a)?))"
              + " *(/[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+){0,12})");

  /**
   * A flag whose name says that a program writes there, with its path where that is in the word.
   */
  private static final Pattern OUTPUT =
      Pattern.compile(
          "--?((?:log|out|output|cache|state|pid|tmp|temp|scratch|result|results|dump|download"
              + "|downloads)(?:[-_](?:file|dir|directory|folder|path|to))?)(?:=(/.*))?");

  private static final Pattern ABSOLUTE =
      Pattern.compile("/[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+){0,12}");

  private static final int LONGEST_COMMAND = 20_000;

  private final ContainerView container;
  private final Set<String> writable = new TreeSet<>();
  private final Set<String> wanted = new TreeSet<>();

  private Scratch(ContainerView container) {
    this.container = container;
  }

  static Scratch of(ContainerView container) {
    Scratch scratch = new Scratch(container);
    for (YamlCursor mount : container.at().get("volumeMounts").items()) {
      if (!mount.get("readOnly").isTrue()) {
        scratch.writable.add(mount.get("mountPath").raw().replaceFirst("(?<=.)/+$", ""));
      }
    }
    for (YamlCursor env : container.at().get("env").items()) {
      String value = env.get("value").raw();
      if (FOLDER_VARIABLES.contains(env.get("name").raw()) && value.startsWith("/")) {
        scratch.wanted.add(value);
      }
    }
    List<String> words = new ArrayList<>();
    for (String field : List.of("command", "args")) {
      container.at().get(field).items().forEach(item -> words.add(item.raw()));
    }
    words.forEach(scratch::command);
    scratch.flags(words);
    return scratch;
  }

  /** {@code --log-file=/var/log/agent.log}, and {@code --output} before its path. */
  private void flags(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      Matcher flag = OUTPUT.matcher(words.get(i));
      String path = flag.matches() && flag.group(2) == null ? next : "";
      if (flag.matches() && flag.group(2) != null) {
        path = flag.group(2);
      }
      if (!ABSOLUTE.matcher(path).matches()) {
        continue;
      }
      String last = path.substring(path.lastIndexOf('/') + 1);
      boolean file = last.contains(".") || flag.group(1).endsWith("file");
      String folder = file ? path.substring(0, Math.max(path.lastIndexOf('/'), 1)) : path;
      String own = path;
      boolean program =
          words.stream().anyMatch(word -> word.startsWith(folder + "/") && !word.equals(own));
      boolean runs = container.at().get("workingDir").raw().equals(folder);
      if (!program && !runs) {
        want(folder);
      }
    }
  }

  private void command(String text) {
    if (text.length() > LONGEST_COMMAND) {
      return;
    }
    Matcher matcher = WRITES.matcher(text);
    while (matcher.find()) {
      String path = matcher.group(1);
      boolean makes = !matcher.group().startsWith(">") && matcher.group().startsWith("mkdir");
      String folder = makes ? path : path.substring(0, Math.max(path.lastIndexOf('/'), 1));
      want(folder);
    }
  }

  private void want(String folder) {
    if (!folder.startsWith("/dev") && !folder.startsWith("/proc") && !folder.equals("/")) {
      wanted.add(folder);
    }
  }

  boolean hasWritableTmp() {
    return covers(TMP);
  }

  /** The folders that need an emptyDir, /tmp first. */
  List<String> foldersToAdd() {
    List<String> out = new ArrayList<>();
    if (!hasWritableTmp()) {
      out.add(TMP);
    }
    for (String folder : wanted) {
      boolean below = out.stream().anyMatch(o -> folder.equals(o) || folder.startsWith(o + "/"));
      if (!covers(folder) && !below) {
        out.add(folder);
      }
    }
    return out;
  }

  private boolean covers(String folder) {
    return writable.stream().anyMatch(w -> folder.equals(w) || folder.startsWith(w + "/"));
  }

  /** Whether the pod has a volume of this name. */
  boolean hasVolume(String name) {
    return container.pod().spec().get("volumes").items().stream()
        .anyMatch(v -> v.get("name").raw().equals(name));
  }

  /** A name that no volume of another kind has; an emptyDir of that name is used again. */
  String volumeToUse(String wish) {
    String name = wish;
    for (int i = 2; isTaken(name); i++) {
      name = wish + "-" + i;
    }
    return name;
  }

  private boolean isTaken(String name) {
    return container.pod().spec().get("volumes").items().stream()
        .anyMatch(v -> v.get("name").raw().equals(name) && !v.get("emptyDir").isMapping());
  }
}
