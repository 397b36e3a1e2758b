package dev.zonewright.kube.evidence.known;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory options, variables and configurations tell a program to take. */
public final class MemorySizes {
  private static final BigDecimal KILO = BigDecimal.valueOf(1024);

  private static final String SIZE = "([0-9]{1,15}(?:\\.[0-9]{1,3})?) ?([kmgt]?)(?:i?b)?\\b";

  /** {@code --max-sql-memory=4GB}, {@code -c shared_buffers=2GB}, {@code --maxmemory 4gb}. */
  private static final Pattern OPTION =
      Pattern.compile(
          "(?<![\\w.-])([\\w.-]{0,60}(?:mem|memory|heap|heapsize|shared_buffers"
              + "|buffer[-_]pool[-_]size|cachesizegb)(?:[-_.][\\w.-]{0,40}|[A-Z][\\w.-]{0,40}"
              + "|))[\"']?[=:\\s]\\s{0,3}[\"']?"
              + SIZE,
          Pattern.CASE_INSENSITIVE);

  private static final Pattern VARIABLE =
      Pattern.compile(
          "(.*[_.])?(max_?)?(mem|memory|heap|shared_buffers|buffer_pool_size)(_?size)?([_.].*)?|GOMEMLIMIT",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern VALUE = Pattern.compile(SIZE, Pattern.CASE_INSENSITIVE);

  /** Settings in files that only name the program's own memory. */
  private static final Pattern SETTING =
      Pattern.compile(
          "(?:^|\\n)\\s{0,40}[\"']?(shared_buffers|innodb[-_]buffer[-_]pool[-_]size|maxmemory"
              + "|cachesizegb|wiredtigercachesizegb"
              + "|max_server_memory_usage)[\"']?\\s{0,9}[=:\\s]\\s{0,9}[\"']?"
              + SIZE,
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MEMCACHED = Pattern.compile("(?:^|\\s)-m ?([0-9]{1,9})\\b");
  private static final Pattern VARNISH =
      Pattern.compile("\\bmalloc,([0-9]{1,9})([kmgt])\\b", Pattern.CASE_INSENSITIVE);

  /** What the program gives to others, or what it only watches for. */
  private static final Pattern OF_OTHERS =
      Pattern.compile(
          "executor|pod|job|kube|k8s|container|php|request|build|query|restart|sandbox|swap"
              + "|upload|threshold|alert|warn|percent|fraction|ratio|task|notebook|spawner|default"
              + "|min",
          Pattern.CASE_INSENSITIVE);

  private MemorySizes() {}

  /**
   * The most that one option of a command names, in bytes.
   *
   * @param command the words of the command and its arguments, with spaces between them
   */
  public static BigDecimal ofCommand(String command, boolean memcached) {
    BigDecimal most = most(OPTION, command);
    Matcher storage = VARNISH.matcher(command);
    while (storage.find()) {
      most = most.max(size(storage.group(1), storage.group(2)));
    }
    Matcher items = MEMCACHED.matcher(command);
    while (memcached && items.find()) {
      most = most.max(size(items.group(1), "m"));
    }
    return most;
  }

  /** What a configuration names, in bytes. */
  public static BigDecimal ofSettings(String text) {
    return most(SETTING, text);
  }

  /** What a variable names, in bytes. */
  public static BigDecimal ofVariable(String name, String value) {
    if (!VARIABLE.matcher(name).matches() || OF_OTHERS.matcher(name).find()) {
      return BigDecimal.ZERO;
    }
    Matcher size = VALUE.matcher(value);
    return size.matches()
        ? size(size.group(1), size.group(2).isEmpty() ? unit(name) : size.group(2))
        : BigDecimal.ZERO;
  }

  private static BigDecimal most(Pattern pattern, String text) {
    BigDecimal most = BigDecimal.ZERO;
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      String name = found.group(1);
      if (!OF_OTHERS.matcher(name).find()) {
        String unit = found.group(3).isEmpty() ? unit(name) : found.group(3);
        most = most.max(size(found.group(2), unit));
      }
    }
    return most;
  }

  /** The unit that stands in the name: {@code MEMORY_LIMIT_MB}, {@code cacheSizeGB}. */
  private static String unit(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith("gb") || lower.endsWith("gib")) {
      return "g";
    }
    return lower.endsWith("mb") || lower.endsWith("mib") ? "m" : "";
  }

  private static BigDecimal size(String number, String unit) {
    int power = unit.isEmpty() ? 0 : "kmgt".indexOf(unit.toLowerCase(Locale.ROOT)) + 1;
    return new BigDecimal(number).multiply(KILO.pow(power));
  }
}
