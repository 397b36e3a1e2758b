package dev.zonewright.kube.falco;

import dev.zonewright.kube.ObjectRef;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the rules of all files together as Falco does: later items of a name change the earlier,
 * macros and lists stand for what they hold. A rule counts when it is enabled and its source is
 * that of Edera's plugin: one of another source never sees what happens in a zone. Nor does one
 * count that asks for a field which the plugin has not: Falco refuses to load it.
 */
final class WatchedRules {
  private static final String SOURCE = "edera_zone";
  private static final int LONGEST = 20_000;
  private static final int NESTED = 6;

  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  // what a condition leaves out is not watched by it
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "\\bnot\\s+[\\w.\\[\\]]+\\s*(?:==?|in|contains|startswith|endswith|glob|pmatch)\\s*(?:\\([^)]*\\)|\\S+)"
              + "|[\\w.\\[\\]]+\\s*!=\\s*\\S+");

  // fields of other sources, in a condition or behind the percent sign of an output
  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?<![\\w./-])((?:container|k8s|k8smeta|user|group)\\.[a-z][\\w.]*"
              + "|evt\\.rawres|fd\\.containername)\\b");

  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();

  /** A rule as all its items make it. */
  private record Rule(
      String name, String source, boolean enabled, String condition, String output, Seen at) {
    boolean seesZones() {
      return source.equals(SOURCE);
    }
  }

  /**
   * The items of one object or file.
   *
   * @param holder as {@link Seen} names it
   */
  record Items(ObjectRef holder, List<RuleEntry> entries) {}

  WatchedRules(List<Items> all) {
    for (Items items : all) {
      for (RuleEntry entry : items.entries()) {
        if (entry.kind().equals("rule")) {
          rules.merge(entry.name(), first(entry, items.holder()), (old, _) -> changed(old, entry));
        } else {
          String text = entry.text().orElse("");
          String between = entry.kind().equals("list") ? ", " : " ";
          names.merge(entry.name(), text, (old, now) -> entry.adds() ? old + between + now : now);
        }
      }
    }
  }

  private static Rule first(RuleEntry entry, ObjectRef holder) {
    return new Rule(
        entry.name(),
        entry.source().orElse("syscall"),
        entry.enabled().orElse(true),
        entry.text().orElse(""),
        entry.output().orElse(""),
        new Seen(holder, entry.path()));
  }

  private static Rule changed(Rule old, RuleEntry entry) {
    String said = entry.text().orElse("");
    String condition =
        said.isEmpty() ? old.condition() : entry.adds() ? old.condition() + " " + said : said;
    return new Rule(
        old.name(),
        entry.source().orElse(old.source()),
        entry.enabled().orElse(old.enabled()),
        condition,
        entry.output().orElse(old.output()),
        old.at());
  }

  /** Where each alert is watched; those that no rule watches are left out. */
  Map<KeyRule, Seen> watched() {
    Map<KeyRule, Seen> out = new EnumMap<>(KeyRule.class);
    List<Rule> counted = rules.values().stream().filter(this::counts).toList();
    List<String> conditions = counted.stream().map(this::condition).toList();
    for (KeyRule key : KeyRule.values()) {
      List<Rule> saying = new ArrayList<>();
      for (Pattern said : key.said()) {
        for (int i = 0; i < conditions.size(); i++) {
          if (said.matcher(conditions.get(i)).find()) {
            saying.add(counted.get(i));
            break;
          }
        }
      }
      if (saying.size() == key.said().size()) {
        out.put(key, saying.getFirst().at());
      }
    }
    return out;
  }

  /** Of alerts that are not watched, why a rule that speaks of them does not count. */
  Map<KeyRule, String> objections() {
    Map<KeyRule, String> out = new EnumMap<>(KeyRule.class);
    for (Rule rule : rules.values()) {
      if (counts(rule)) {
        continue;
      }
      String condition = condition(rule);
      for (KeyRule key : KeyRule.values()) {
        if (key.said().getFirst().matcher(condition).find()) {
          out.putIfAbsent(key, objection(rule));
        }
      }
    }
    out.keySet().removeAll(watched().keySet());
    return out;
  }

  private boolean counts(Rule rule) {
    return rule.enabled() && rule.seesZones() && foreign(rule).isEmpty();
  }

  private String objection(Rule rule) {
    if (!rule.enabled()) {
      return "rule %s is not enabled".formatted(rule.name());
    }
    return rule.seesZones()
        ? "rule %s asks for %s, which Edera's plugin does not have, so that Falco does not load it"
            .formatted(rule.name(), foreign(rule).orElse("a field"))
        : "rule %s is of source %s, which sees no zone".formatted(rule.name(), rule.source());
  }

  /** The first field that the plugin has not. */
  private Optional<String> foreign(Rule rule) {
    Matcher found = FOREIGN.matcher(whole(rule) + " " + rule.output());
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private String condition(Rule rule) {
    return LEFT_OUT.matcher(whole(rule).toLowerCase(Locale.ROOT)).replaceAll(" ");
  }

  /** The condition with all that its macros and lists stand for. */
  private String whole(Rule rule) {
    String text = rule.condition();
    for (int i = 0; i < NESTED; i++) {
      String next = WORD.matcher(text).replaceAll(this::expanded);
      if (next.equals(text) || next.length() > LONGEST) {
        break;
      }
      text = next;
    }
    return text;
  }

  private String expanded(MatchResult word) {
    return Matcher.quoteReplacement(
        Optional.ofNullable(names.get(word.group())).orElse(word.group()));
  }
}
