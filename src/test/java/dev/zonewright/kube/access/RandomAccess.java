package dev.zonewright.kube.access;

import dev.zonewright.kube.access.NaiveAccess.Asked;
import dev.zonewright.kube.access.NaiveAccess.Binding;
import dev.zonewright.kube.access.NaiveAccess.Role;
import dev.zonewright.kube.access.NaiveAccess.Rule;
import dev.zonewright.kube.access.NaiveAccess.Subject;
import dev.zonewright.kube.access.NaiveAccess.Who;
import dev.zonewright.kube.access.NaiveAccess.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes a world and questions from a seed. They are about API groups and paths that no role which
 * every cluster has speaks of.
 */
final class RandomAccess {
  private static final List<String> NAMESPACES = List.of("a", "b");
  private static final List<String> VERBS = List.of("get", "list", "create", "escalate");
  private static final List<String> GROUPS = List.of("shop.example", "x.example");
  private static final List<String> RESOURCES = List.of("carts", "items");
  private static final List<String> SUBRESOURCES = List.of("", "", "scale", "status");
  private static final List<String> WRITTEN =
      List.of("carts", "items", "*", "*/scale", "carts/scale", "items/status", "carts/*", "*/*");
  private static final List<String> NAMES = List.of("one", "two");
  private static final List<String> URLS =
      List.of("/shop", "/shop/", "/shop/*", "/shop*", "/shop/a", "*", "/other/*", "/sho*p");
  private static final List<String> PATHS =
      List.of("/shop", "/shop/", "/shop/a", "/shop/a/b", "/shopping", "/other", "/sho*p");
  private static final List<String> LABELS = List.of("p", "q", "r");

  private final Random random;

  RandomAccess(long seed) {
    random = new Random(seed);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  private List<String> some(List<String> of, int most) {
    List<String> out = new ArrayList<>();
    for (int i = random.nextInt(most) + 1; i > 0; i--) {
      out.add(one(of));
    }
    return out;
  }

  private List<String> wild(List<String> of) {
    return once(5) ? List.of("*") : some(of, 2);
  }

  private Rule rule(boolean cluster) {
    if (cluster && once(4)) {
      return new Rule(wild(VERBS), List.of(), List.of(), List.of(), some(URLS, 2));
    }
    List<String> names = once(4) ? some(NAMES, 2) : List.of();
    return new Rule(wild(VERBS), wild(GROUPS), some(WRITTEN, 2), names, List.of());
  }

  private List<Rule> rules(boolean cluster) {
    List<Rule> out = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      out.add(rule(cluster));
    }
    return out;
  }

  private Map<String, String> labels() {
    Map<String, String> out = new TreeMap<>();
    LABELS.stream().filter(_ -> once(3)).forEach(l -> out.put(l, one(List.of("1", "2"))));
    return out;
  }

  private Map<String, String> selector() {
    Map<String, String> out = labels();
    out.putIfAbsent(one(LABELS), "1");
    return out;
  }

  private Subject subject() {
    String home = one(NAMESPACES);
    return switch (random.nextInt(6)) {
      case 0 -> new Subject("User", "", "ann");
      case 1 -> new Subject("User", "", "system:serviceaccount:" + home + ":bot");
      case 2 ->
          new Subject(
              "Group",
              "",
              one(
                  List.of(
                      "team",
                      "system:serviceaccounts",
                      "system:serviceaccounts:" + home,
                      "system:authenticated",
                      "system:unauthenticated")));
      case 3 -> new Subject("ServiceAccount", "", "bot");
      default -> new Subject("ServiceAccount", home, one(List.of("bot", "job")));
    };
  }

  World world() {
    List<Role> roles = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      roles.add(new Role("c" + i, "", labels(), List.of(), rules(true)));
    }
    for (int i = 0; i < 3; i++) {
      List<Map<String, String>> selectors = new ArrayList<>(List.of(selector()));
      if (once(3)) {
        selectors.add(selector());
      }
      roles.add(new Role("g" + i, "", labels(), selectors, List.of()));
    }
    for (String namespace : NAMESPACES) {
      for (int i = 0; i < 2; i++) {
        roles.add(new Role("r" + i, namespace, labels(), List.of(), rules(false)));
      }
    }
    List<Binding> bindings = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      boolean whole = once(3);
      boolean cluster = whole || once(2);
      String role =
          cluster
              ? one(List.of("c0", "c1", "c2", "c3", "g0", "g1", "g2", "gone"))
              : one(List.of("r0", "r1", "r0", "r1", "gone"));
      List<Subject> subjects = new ArrayList<>(List.of(subject()));
      if (once(2)) {
        subjects.add(subject());
      }
      bindings.add(
          new Binding(
              "b" + i,
              whole ? "" : one(NAMESPACES),
              cluster ? "ClusterRole" : "Role",
              role,
              subjects));
    }
    return new World(roles, bindings);
  }

  Who who() {
    Set<String> groups = new HashSet<>(Set.of("system:authenticated"));
    return switch (random.nextInt(4)) {
      case 0 -> new Who("system:anonymous", Set.of("system:unauthenticated"));
      case 1 -> {
        if (once(2)) {
          groups.add("team");
        }
        yield new Who(one(List.of("ann", "bob")), groups);
      }
      default -> {
        String home = one(NAMESPACES);
        groups.add("system:serviceaccounts");
        groups.add("system:serviceaccounts:" + home);
        yield new Who("system:serviceaccount:" + home + ":" + one(List.of("bot", "job")), groups);
      }
    };
  }

  Asked asked() {
    if (once(5)) {
      return new Asked(one(VERBS), "", "", "", "", "", one(PATHS));
    }
    return new Asked(
        one(VERBS),
        one(GROUPS),
        one(RESOURCES),
        one(SUBRESOURCES),
        once(2) ? "" : one(List.of("one", "two", "three")),
        once(4) ? "" : one(NAMESPACES),
        "");
  }
}
