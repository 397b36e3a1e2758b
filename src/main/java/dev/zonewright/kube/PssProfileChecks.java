package dev.zonewright.kube;

import dev.zonewright.yaml.YamlCursor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The checks of profiles that pods and containers both can set: seccomp, AppArmor, SELinux. */
final class PssProfileChecks {
  private static final Set<String> PROFILE_TYPES = Set.of("RuntimeDefault", "Localhost");

  // container_engine_t since 1.31
  private static final Set<String> SE_LINUX_TYPES =
      Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");

  private PssProfileChecks() {}

  static List<PssHit> appArmor(PssPod pod) {
    PssHit.Hits hits = new PssHit.Hits();
    pod.securityContexts().forEach(context -> profile(context.get("appArmorProfile"), hits));
    YamlCursor annotations = pod.pod().annotations();
    if (PssValue.mapping(annotations) instanceof PssValue.Unknown<YamlCursor>(YamlCursor at)) {
      hits.add(PssHit.uncertain(at));
    }
    for (String key : keys(annotations)) {
      if (key.startsWith(PodFields.APP_ARMOR_ANNOTATION)) {
        hits.unless(PssValue.text(annotations.get(key)), PssProfileChecks::isAllowedAnnotation);
      }
    }
    return hits.list();
  }

  private static boolean isAllowedAnnotation(String profile) {
    return profile.isEmpty()
        || profile.equals("runtime/default")
        || profile.startsWith("localhost/");
  }

  /** Merge keys followed one level. */
  private static Set<String> keys(YamlCursor mapping) {
    Set<String> out = new LinkedHashSet<>();
    for (YamlCursor entry : mapping.entries()) {
      if (entry.key().equals("<<")) {
        entry.entries().forEach(inherited -> out.add(inherited.key()));
        entry.items().forEach(each -> each.entries().forEach(e -> out.add(e.key())));
      } else {
        out.add(entry.key());
      }
    }
    return out;
  }

  /** A profile that is there must have a good type. */
  private static void profile(YamlCursor profile, PssHit.Hits hits) {
    PssValue<YamlCursor> known = PssValue.mapping(profile);
    if (known instanceof PssValue.Unknown<YamlCursor>(YamlCursor at)) {
      hits.add(PssHit.uncertain(at));
    } else if (known instanceof PssValue.Known<YamlCursor>(YamlCursor at, YamlCursor _)) {
      PssValue<String> type = PssValue.text(at.get("type"));
      if (type instanceof PssValue.Unset<String>(YamlCursor absent)) {
        hits.add(PssHit.certain(absent));
      }
      hits.unless(type, PROFILE_TYPES::contains);
    }
  }

  static List<PssHit> baselineSeccomp(PssPod pod) {
    PssHit.Hits hits = new PssHit.Hits();
    pod.securityContexts().forEach(context -> profile(context.get("seccompProfile"), hits));
    return hits.list();
  }

  /** A container without a profile goes by the pod's; a bad profile is bad wherever it stands. */
  static List<PssHit> restrictedSeccomp(PssPod pod) {
    PssHit.Hits hits = new PssHit.Hits();
    YamlCursor ofPod = pod.pod().securityContext().get("seccompProfile");
    PssHit.Hits podHits = new PssHit.Hits();
    profile(ofPod, podHits);
    podHits.list().forEach(hits::add);
    boolean covered = PssValue.mapping(ofPod) instanceof PssValue.Known && podHits.list().isEmpty();
    boolean unknown = podHits.list().stream().anyMatch(hit -> !hit.certain());
    for (YamlCursor context : pod.contexts()) {
      YamlCursor own = context.get("seccompProfile");
      if (PssValue.mapping(own) instanceof PssValue.Unset && !covered) {
        hits.add(new PssHit(own.get("type"), !unknown));
      }
      profile(own, hits);
    }
    return PssHit.excused(hits.list(), pod.windows());
  }

  static List<PssHit> seLinux(PssPod pod) {
    PssHit.Hits hits = new PssHit.Hits();
    for (YamlCursor context : pod.securityContexts()) {
      YamlCursor options = context.get("seLinuxOptions");
      hits.unless(PssValue.text(options.get("type")), SE_LINUX_TYPES::contains);
      hits.unless(PssValue.text(options.get("user")), String::isEmpty);
      hits.unless(PssValue.text(options.get("role")), String::isEmpty);
    }
    return hits.list();
  }

  static List<PssHit> hostProcess(PssPod pod) {
    PssHit.Hits hits = new PssHit.Hits();
    for (YamlCursor context : pod.securityContexts()) {
      hits.unless(PssValue.truth(context.get("windowsOptions", "hostProcess")), on -> !on);
    }
    return hits.list();
  }
}
