package dev.zonewright.kube.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which bindings name whom, found without looking at all of them. */
final class Subjects {
  private final Map<String, List<Named>> byKey = new HashMap<>();

  /** A binding and the first of its subjects that means somebody. */
  record Named(int place, AccessBinding binding, AccessSubject subject) {}

  Subjects(List<AccessBinding> bindings) {
    int place = 0;
    for (AccessBinding binding : bindings) {
      for (AccessSubject subject : binding.subjects()) {
        byKey
            .computeIfAbsent(key(subject), _ -> new ArrayList<>())
            .add(new Named(place, binding, subject));
      }
      place++;
    }
  }

  private static String key(AccessSubject subject) {
    return switch (subject.kind()) {
      case "Group" -> group(subject.name());
      case "ServiceAccount" -> Identity.ACCOUNT + subject.namespace() + ":" + subject.name();
      default -> subject.name();
    };
  }

  // no name of a user is taken for one of a group
  private static String group(String name) {
    return "Group\n" + name;
  }

  /** The bindings that name somebody, themselves or by a group, in their order. */
  List<Named> of(Identity who) {
    Map<Integer, Named> out = new TreeMap<>();
    take(who, who.user(), out);
    who.groups().forEach(name -> take(who, group(name), out));
    return List.copyOf(out.values());
  }

  private void take(Identity who, String key, Map<Integer, Named> out) {
    for (Named one : byKey.getOrDefault(key, List.of())) {
      if (one.subject().means(who)) {
        out.merge(one.place(), one, (a, b) -> first(a, b));
      }
    }
  }

  private static Named first(Named a, Named b) {
    List<AccessSubject> all = a.binding().subjects();
    return all.indexOf(a.subject()) <= all.indexOf(b.subject()) ? a : b;
  }
}
