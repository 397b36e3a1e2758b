package dev.zonewright.checklist;

import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Vault's agent, which its injector adds to a pod that asks for it by annotation. Source: Vault,
 * Agent injector annotations.
 *
 * @param at the annotation that asks for it
 * @param isTold whether an annotation says what it fetches: without one it fetches nothing
 */
record VaultAgent(YamlCursor at, boolean isTold) {
  private static final String VAULT = "vault.hashicorp.com/";

  /** What Go reads as true. */
  private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");

  private static final List<String> FETCHED =
      List.of(
          VAULT + "agent-inject-secret-",
          VAULT + "agent-inject-template-",
          VAULT + "agent-configmap",
          VAULT + "agent-inject-token",
          VAULT + "agent-cache-enable");

  static Optional<VaultAgent> of(PodView pod) {
    YamlCursor annotations = pod.annotations();
    YamlCursor asks = annotations.get(VAULT + "agent-inject");
    boolean told =
        annotations.entries().stream()
            .anyMatch(a -> FETCHED.stream().anyMatch(a.key()::startsWith));
    return TRUE.contains(asks.raw()) ? Optional.of(new VaultAgent(asks, told)) : Optional.empty();
  }
}
