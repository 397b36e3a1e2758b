package dev.zonewright.kube;

import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;

/** Which account a pod runs as, and who decides whether it is given a token. */
public final class ServiceAccounts {
  /** A field of pods and of ServiceAccounts, and of nothing else. */
  public static final String AUTOMOUNT = "automountServiceAccountToken";

  /** The account of pods that name none; every namespace has it. */
  public static final String DEFAULT = "default";

  private ServiceAccounts() {}

  /** The name of the account that a pod runs as. */
  public static String of(PodView pod) {
    YamlCursor named = pod.place().account();
    return named
        .get("serviceAccountName")
        .string()
        .or(() -> named.get("serviceAccount").string())
        .filter(name -> !name.isEmpty())
        .orElse(DEFAULT);
  }

  /**
   * Where a Namespace carries the field, which it does not have: on the object itself, or directly
   * in its {@code metadata}, {@code spec} or another part.
   */
  public static List<YamlCursor> automountOn(KubeObject namespace) {
    List<YamlCursor> out = new ArrayList<>();
    if (namespace.kind().equals("Namespace") && namespace.group().isEmpty()) {
      for (YamlCursor part : namespace.root().entries()) {
        YamlCursor at = part.key().equals(AUTOMOUNT) ? part : part.get(AUTOMOUNT);
        if (at.exists()) {
          out.add(at);
        }
      }
    }
    return out;
  }
}
