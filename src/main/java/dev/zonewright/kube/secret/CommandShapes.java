package dev.zonewright.kube.secret;

import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passwords that a command line hands to a well-known program: {@code mysql -psecret}, {@code
 * redis-cli -a secret}, {@code curl -u user:secret}. The option alone tells nothing, the program
 * does.
 */
final class CommandShapes {
  private record Shape(String program, Pattern line, String what, SecretKind kind) {}

  /** What may stand between a program and its option: the same command, so far as people write. */
  private static final String SAME = "(?:-[a-z]+)?(?=[\\s\"'])[^;|&\\n]{0,300}?\\s";

  private static final String VALUE = "[\"']?([^\\s\"';|&()<>\\\\]++)";

  private static final List<Shape> SHAPES =
      List.of(
          database("mysql", "mysql(?:dump|admin|check|import|show)?" + SAME + "-p" + VALUE),
          database("mariadb", "mariadb" + SAME + "-p" + VALUE),
          database("redis-cli", "redis-cli" + SAME + "(?:-a|--pass)[\\s=]\\s*" + VALUE),
          database(
              "mongo", "mongo(?:sh|dump|restore|export|import)?" + SAME + "-p[\\s=]\\s*" + VALUE),
          login(
              "curl",
              "curl" + SAME + "(?:-u|--user|--proxy-user)[\\s=]\\s*[\"']?[^\\s:\"'$]+:" + VALUE),
          login("sshpass", "sshpass" + SAME + "-p\\s*" + VALUE),
          login(
              "login",
              "(?:docker|podman|buildah|nerdctl|skopeo|crane|oras|helm\\s+registry|az)\\s+login(?=\\s)"
                  + "[^;|&\\n]{0,300}?\\s-p[\\s=]\\s*"
                  + VALUE),
          login("ldap", "ldap(?:search|modify|add|whoami|passwd)" + SAME + "-w\\s*" + VALUE),
          login("openssl", "openssl" + SAME + "-pass(?:in|out)?\\s+pass:" + VALUE),
          login("keytool", "keytool" + SAME + "-(?:src|dest)?(?:store|key)pass\\s+" + VALUE),
          login(
              "--from-literal",
              "create\\s+secret\\s[^;|&\\n]{0,300}?--from-literal[=\\s][\"']?[\\w.-]+=" + VALUE));

  private CommandShapes() {}

  private static Shape database(String program, String line) {
    return new Shape(program, pattern(line), "a database password", SecretKind.DATABASE_PASSWORD);
  }

  private static Shape login(String program, String line) {
    return new Shape(
        program, pattern(line), "a password in a command line", SecretKind.APPLICATION_CONFIG);
  }

  private static Pattern pattern(String line) {
    return Pattern.compile("(?<![\\w.-])" + line);
  }

  /** The first one in a text; empty when there is none. */
  static Optional<Credential> find(String text) {
    for (Shape shape : SHAPES) {
      if (!text.contains(shape.program())) {
        continue;
      }
      Matcher matcher = shape.line().matcher(text);
      while (matcher.find()) {
        String value = matcher.group(1);
        if (!LiteralValue.isReference(value)
            && value.indexOf('$') < 0
            && value.indexOf('`') < 0
            && !value.startsWith("-")
            && !value.contains("…")
            && !Examples.isExample(value)) {
          return Optional.of(new Credential(shape.what(), shape.kind(), value, true));
        }
      }
    }
    return Optional.empty();
  }

  /** How far before a password its program may stand, in a list. */
  private static final int BEFORE = 8;

  private static final Set<String> OPTIONS = Set.of("-p", "-a", "-u", "-w", "--pass", "--user");

  /** The password in an item of {@code command} or {@code args}, each word an item of its own. */
  static Optional<Credential> inItem(YamlCursor item) {
    Optional<YamlCursor> list = item.parent();
    if (list.isEmpty() || !(item.path().last() instanceof YamlPath.Index(int index))) {
      return Optional.empty();
    }
    String raw = item.raw();
    boolean option = index > 0 && OPTIONS.contains(list.get().at(index - 1).raw());
    if (!option && (!raw.startsWith("-") || raw.startsWith("--"))) {
      return Optional.empty();
    }
    StringBuilder line = new StringBuilder();
    if (list.get().key().equals("args")) {
      list.get()
          .parent()
          .ifPresent(around ->
              around.get("command").items().forEach(word -> line.append(word.raw()).append(' ')));
    }
    for (int i = Math.max(0, index - BEFORE); i <= index; i++) {
      line.append(list.get().at(i).raw()).append(' ');
    }
    return find(line.toString()).filter(found -> raw.endsWith(found.value()));
  }
}
