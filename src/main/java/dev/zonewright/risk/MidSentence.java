package dev.zonewright.risk;

import java.util.Set;

/** Words that begin a sentence elsewhere, as they stand within one or in a list of clauses. */
public final class MidSentence {
  /** Kinds and products of one capital, which keep it wherever they stand. */
  private static final Set<String> NAMES =
      Set.of(
          "Deployment",
          "Edera",
          "Endpoints",
          "Event",
          "Falco",
          "Gatekeeper",
          "Gateway",
          "Group",
          "Ingress",
          "Istio",
          "Job",
          "Kata",
          "Knative",
          "Kubernetes",
          "Kyverno",
          "Lease",
          "Linux",
          "List",
          "Namespace",
          "Node",
          "Pod",
          "Policy",
          "Role",
          "Secret",
          "Service",
          "Tekton",
          "User",
          "Vault",
          "Windows",
          "Xen");

  private MidSentence() {}

  public static String of(String text) {
    int end = 0;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    String first = text.substring(0, end);
    // NetworkPolicy, CPU and AppArmor are names; “A” is none
    boolean name = NAMES.contains(first) || first.chars().skip(1).anyMatch(c -> !isSmall(c));
    return first.isEmpty() || name
        ? text
        : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private static boolean isSmall(int letter) {
    return Character.isLowerCase(letter);
  }
}
