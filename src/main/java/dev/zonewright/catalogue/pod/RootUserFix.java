package dev.zonewright.catalogue.pod;

import dev.zonewright.control.Fix;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.evidence.Users;
import dev.zonewright.yaml.ScalarValue;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is to be done about the user in one security context, of a pod or a container.
 *
 * @param context the security context
 * @param setsNonRoot whether runAsNonRoot has to be set to true
 * @param removesUser whether runAsUser has to go: the kubelet does not start user 0 beside
 *     runAsNonRoot: true
 * @param runsAsAnother whether the container is already told to run as another user than root, so
 *     that runAsNonRoot: true changes nothing
 */
record RootUserFix(
    YamlCursor context, boolean setsNonRoot, boolean removesUser, boolean runsAsAnother) {

  private static final Memo.Key<PodView, Map<YamlPath, List<ContainerView>>> BY_CONTEXT =
      new Memo.Key<>(pod ->
          pod.containers().stream()
              .collect(Collectors.groupingBy(c -> c.securityContext().path())));

  /** For a field of a security context. */
  static RootUserFix of(PodView pod, YamlCursor field) {
    YamlCursor context = field.parent().orElseThrow();
    YamlCursor ofPod = pod.securityContext();
    boolean container = !context.path().equals(ofPod.path());
    YamlCursor nonRoot = effective(context.get("runAsNonRoot"), ofPod.get("runAsNonRoot"));
    YamlCursor own = context.get("runAsUser");
    boolean root = userId(own).filter(BigInteger.ZERO::equals).isPresent();
    return new RootUserFix(
        context,
        !nonRoot.isTrue() && !UnknownValue.hides(nonRoot),
        root,
        container ? isAnother(pod, context) : areOthers(pod));
  }

  private static boolean isAnother(PodView pod, YamlCursor context) {
    return pod.facts().get(BY_CONTEXT, pod).getOrDefault(context.path(), List.of()).stream()
        .anyMatch(c -> Users.of(c) == Users.OTHER && hasUser(c, pod));
  }

  private static boolean areOthers(PodView pod) {
    return !pod.containers().isEmpty()
        && pod.containers().stream().allMatch(c -> Users.of(c) == Users.OTHER);
  }

  /**
   * Whether a number says so; a container that only says runAsNonRoot may have an image of root.
   */
  private static boolean hasUser(ContainerView container, PodView pod) {
    YamlCursor own = container.securityContext().get("runAsUser");
    return userId(effective(own, pod.securityContext().get("runAsUser"))).isPresent();
  }

  private static YamlCursor effective(YamlCursor own, YamlCursor ofPod) {
    return own.isSet() || !ofPod.isSet() ? own : ofPod;
  }

  /** The number of a user; empty for anything else. */
  static Optional<BigInteger> userId(YamlCursor at) {
    return at.scalar().orElse(ScalarValue.NULL) instanceof ScalarValue.Int(BigInteger id)
        ? Optional.of(id)
        : Optional.empty();
  }

  Fix fix() {
    String title =
        removesUser
            ? setsNonRoot ? "Set runAsNonRoot to true and remove runAsUser" : "Remove runAsUser"
            : "Set runAsNonRoot to true";
    YamlCursor user = context.get("runAsUser");
    Fix.Plan plan =
        editor -> {
          if (!setsNonRoot) {
            Removal.of(editor, user, context.path().parent());
            return;
          }
          editor.set(context.path().key("runAsNonRoot"), YamlValue.of(true));
          if (removesUser) {
            editor.remove(user.path());
          }
        };
    return runsAsAnother
        ? Fix.safe(title, "runAsUser already names another user than root", plan)
        : Fix.review(
            title,
            "an image that is made to run as root no longer starts, and may not be able to "
                + "access files owned by root",
            plan);
  }
}
