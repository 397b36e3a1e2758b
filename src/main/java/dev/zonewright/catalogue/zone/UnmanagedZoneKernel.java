package dev.zonewright.catalogue.zone;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.ZoneKernelImage;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.kube.evidence.Ground;
import dev.zonewright.kube.falco.FalcoRunner;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import java.util.List;

/**
 * Fields: the annotations {@code dev.edera/kernel} (an image reference) and {@code
 * dev.edera/kernel-variant} (a name that the node resolves) of a pod; of a controller, in its pod
 * template. Accepted: one of the two; an image that can boot a zone. Default: the node's own zone
 * kernel, whose version no manifest shows.
 */
public final class UnmanagedZoneKernel implements Control.OnPod {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(UnmanagedZoneKernel.class),
          Family.ZONE,
          "Unmanaged zone kernel",
          "Nothing says which kernel the zone boots, or the named kernel cannot boot one",
          Severity.MEDIUM,
          EderaEffect.HONOURS,
          List.of(
              "Edera security reference architecture: Hardening checklist, Edera configuration",
              "Edera: Verifying zone kernels",
              "kernel.org: Active kernel releases"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(PodFields.annotations("dev.edera/"));
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    YamlCursor kernel = pod.annotations().get(EderaAnnotations.KERNEL);
    YamlCursor variant = pod.annotations().get(EderaAnnotations.KERNEL_VARIANT);
    if (pod.isWindows() || UnknownValue.hides(kernel)) {
      return;
    }
    if (!kernel.isSet() || (kernel.string().isPresent() && kernel.raw().isBlank())) {
      // Falco is in no zone, and is to stay so
      boolean watchesFromTheNode =
          reporter.zone() == ZoneState.HOST && FalcoRunner.container(pod).isPresent();
      if (!variant.isSet() && !watchesFromTheNode) {
        absent(pod, kernel, reporter);
      }
    } else if (kernel.string().isPresent()) {
      // an annotation that is no string is the matter of misplaced-edera-annotation
      present(kernel, variant, reporter);
    }
  }

  private static void absent(PodView pod, YamlCursor kernel, Reporter reporter) {
    YamlCursor own = pod.object().root().get("metadata", "annotations", EderaAnnotations.KERNEL);
    String image =
        own.string().isPresent() && !pod.isBarePod()
            ? own.raw()
            : reporter.profile().zoneKernelImage();
    reporter
        .violated(
            kernel,
            "No zone kernel is named: the zone boots whatever the node holds, and nothing here "
                + "shows who updates it")
        .fix(
            switch (reporter.zone()) {
              case HOST -> set(kernel, image);
              case EDERA ->
                  set(kernel, image)
                      .forReview(
                          "the pod is in a zone, which boots the node's own kernel today and "
                              + "would then boot this one");
              case UNDETERMINED ->
                  set(kernel, image)
                      .forReview(
                          "whether the pod is in a zone is not known, and a zone would then boot "
                              + "another kernel");
            })
        .guidance(
            "The tag latest is mutable and unverified. To know what boots, verify a build, name "
                + "it by digest, and assign somebody to renew it.");
  }

  private static void present(YamlCursor kernel, YamlCursor variant, Reporter reporter) {
    ZoneKernelImage image = ZoneKernelImage.classify(kernel.raw());
    String named = "%s: %s".formatted(UnknownValue.quoted(kernel), image.note());
    if (!image.canBootZone()) {
      reporter
          .violated(kernel, "No zone boots from " + named)
          .severity(Severity.HIGH)
          .fix(set(kernel, reporter.profile().zoneKernelImage()));
    } else if (variant.isSet()) {
      reporter
          .violated(
              variant,
              "Both a kernel image and a kernel variant are named, and it is not documented which"
                  + " of them the zone boots")
          .fix(
              Fix.review(
                  "Keep the image, remove kernel-variant",
                  "the zone may boot the other one now",
                  editor -> editor.remove(variant.path())))
          .fix(
              Fix.review(
                  "Keep the variant, remove kernel",
                  "the zone may boot the other one now",
                  editor -> editor.remove(kernel.path())));
    } else if (image.seriesState() == ZoneKernelImage.SeriesState.ENDED) {
      Fix toProfile = set(kernel, reporter.profile().zoneKernelImage());
      reporter
          .violated(kernel, "The zone boots " + named)
          .fix(toProfile.forReview("the zone then boots another kernel"));
    } else if (image.tag() == ZoneKernelImage.Tag.PINNED
        || image.tag() == ZoneKernelImage.Tag.DIGEST) {
      reporter
          .undetermined(kernel, "The zone boots " + named)
          .severity(Severity.NOTE)
          .guidance(
              "A pinned kernel is a good choice where somebody is responsible for renewing "
                  + "it.");
    }
  }

  private static Fix set(YamlCursor kernel, String image) {
    return Fix.judged(
        "Set dev.edera/kernel to " + image,
        Ground.safe(
            "outside a zone the annotation has no effect, and in one it names a kernel that"
                + " boots, where Edera can pull its image"),
        editor -> editor.set(kernel.path(), YamlValue.of(image)));
  }
}
