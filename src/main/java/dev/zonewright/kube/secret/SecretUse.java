package dev.zonewright.kube.secret;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;

/**
 * A Secret that a pod takes in.
 *
 * @param name where the Secret is named
 * @param key which of its keys is taken; empty for all
 * @param container empty for a volume
 */
public record SecretUse(Way way, YamlCursor name, String key, String container) {
  /** How a Secret gets into a pod. */
  public enum Way {
    VOLUME,
    PROJECTED,
    VARIABLE,
    ALL_VARIABLES;

    public boolean isMount() {
      return this == VOLUME || this == PROJECTED;
    }
  }

  /** The Secret's name as written; empty when none is. */
  public String secret() {
    return name.raw();
  }

  /** All Secrets of a pod, volumes first, in the order of the text. */
  public static List<SecretUse> of(PodView pod) {
    List<SecretUse> out = new ArrayList<>(mountsOf(pod));
    pod.containers().forEach(container -> out.addAll(variablesOf(container)));
    return out;
  }

  /** Those that are mounted. */
  public static List<SecretUse> mountsOf(PodView pod) {
    List<SecretUse> out = new ArrayList<>();
    for (YamlCursor volume : pod.spec().get("volumes").items()) {
      if (volume.get("secret").isMapping()) {
        out.add(new SecretUse(Way.VOLUME, volume.get("secret", "secretName"), "", ""));
      }
      for (YamlCursor source : volume.get("projected", "sources").items()) {
        if (source.get("secret").isMapping()) {
          out.add(new SecretUse(Way.PROJECTED, source.get("secret", "name"), "", ""));
        }
      }
    }
    return out;
  }

  /** Those that become variables of a container. */
  public static List<SecretUse> variablesOf(ContainerView container) {
    List<SecretUse> out = new ArrayList<>();
    for (YamlCursor env : container.at().get("env").items()) {
      YamlCursor ref = env.get("valueFrom", "secretKeyRef");
      if (ref.isMapping()) {
        String key = ref.get("key").raw();
        out.add(new SecretUse(Way.VARIABLE, ref.get("name"), key, container.name()));
      }
    }
    for (YamlCursor from : container.at().get("envFrom").items()) {
      if (from.get("secretRef").isMapping()) {
        YamlCursor name = from.get("secretRef", "name");
        out.add(new SecretUse(Way.ALL_VARIABLES, name, "", container.name()));
      }
    }
    return out;
  }
}
