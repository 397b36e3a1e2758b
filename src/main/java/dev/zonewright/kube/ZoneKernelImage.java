package dev.zonewright.kube;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be told of a zone kernel from the name of its image alone; whether it is up to date
 * cannot. Sources: Edera, verifying zone kernels; the tag forms of edera-dev/linux-kernel-oci;
 * kernel.org for the series.
 *
 * @param image as written
 * @param series {@code 6.12}; empty when the tag names none
 */
public record ZoneKernelImage(
    String image, Kind kind, Tag tag, String series, SeriesState seriesState) {
  /** The day on which the list of series was made. */
  public static final String SERIES_AS_OF = "2026-08";

  private static final String PUBLISHER = "ghcr.io/edera-dev/";
  private static final Set<String> PUBLISHED =
      Set.of("zone-kernel", "zone-amdgpu-kernel", "zone-nvidiagpu-kernel", "zone-openpax-kernel");
  private static final Set<String> LONGTERM = Set.of("5.10", "5.15", "6.1", "6.6", "6.12", "6.18");
  private static final int[] NEWEST_LONGTERM = {6, 18};

  /** A registry, a path, a tag and a digest are shorter together. */
  private static final int LONGEST = 1_000;

  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?<name>(?:[\\w.-]+(?::\\d+)?/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*)"
              + "(?::(?<tag>\\w[\\w.-]*))?(?:@(?<digest>\\w+:[0-9a-fA-F]{32,}))?");
  private static final Pattern VERSION =
      Pattern.compile("(?<major>\\d+)(?:\\.(?<minor>\\d+))?(?<patch>\\.\\d+)?(?:-.*)?");

  /** What the image is. */
  public enum Kind {
    /** A zone kernel that Edera publishes. */
    PUBLISHED,
    /** Some other image, which may well be a zone kernel that its owner built. */
    CUSTOM,
    /** The kernel of the host; it boots no zone. */
    HOST_KERNEL,
    /** Headers and tools to build against a kernel; it boots nothing. */
    SDK,
    /** No image reference with a name. */
    NO_IMAGE
  }

  /** How the tag behaves. */
  public enum Tag {
    /** {@code latest}, or none, which means the same. */
    LATEST,
    /** {@code stable}, {@code 6}, {@code 6.12}: moves to newer builds by itself. */
    FLOATING,
    /** {@code 6.12.69}: one version, until somebody changes the text. */
    PINNED,
    /** {@code @sha256:…}: one build, until somebody changes the text. */
    DIGEST,
    OTHER
  }

  /** Whether kernel.org still supports the series. */
  public enum SeriesState {
    LONGTERM,
    ENDED,
    UNKNOWN
  }

  public static ZoneKernelImage classify(String image) {
    Matcher reference = REFERENCE.matcher(image.strip());
    if (image.length() > LONGEST || !reference.matches() || isBareVersion(image.strip())) {
      return new ZoneKernelImage(image, Kind.NO_IMAGE, Tag.OTHER, "", SeriesState.UNKNOWN);
    }
    String tag = reference.group("tag") == null ? "" : reference.group("tag");
    Matcher version = VERSION.matcher(tag);
    boolean numbered = version.matches();
    String series =
        numbered && version.group("minor") != null
            ? version.group("major") + "." + version.group("minor")
            : "";
    return new ZoneKernelImage(
        image,
        kindOf(reference.group("name")),
        tagOf(tag, numbered && version.group("patch") != null, reference.group("digest") != null),
        series,
        stateOf(series));
  }

  private static boolean isBareVersion(String image) {
    return VERSION.matcher(image).matches() || image.equals("latest") || image.equals("stable");
  }

  private static Kind kindOf(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (last.endsWith("-kernel-sdk")) {
      return Kind.SDK;
    }
    if (last.equals("host-kernel")) {
      return Kind.HOST_KERNEL;
    }
    return name.equals(PUBLISHER + last) && PUBLISHED.contains(last) ? Kind.PUBLISHED : Kind.CUSTOM;
  }

  private static Tag tagOf(String tag, boolean patch, boolean digest) {
    if (digest) {
      return Tag.DIGEST;
    }
    if (tag.isEmpty() || tag.equals("latest")) {
      return Tag.LATEST;
    }
    if (patch) {
      return Tag.PINNED;
    }
    return tag.equals("stable") || VERSION.matcher(tag).matches() ? Tag.FLOATING : Tag.OTHER;
  }

  private static SeriesState stateOf(String series) {
    if (series.isEmpty()) {
      return SeriesState.UNKNOWN;
    }
    if (LONGTERM.contains(series)) {
      return SeriesState.LONGTERM;
    }
    int dot = series.indexOf('.');
    int major = parse(series.substring(0, dot));
    int minor = parse(series.substring(dot + 1));
    boolean older =
        major < NEWEST_LONGTERM[0] || (major == NEWEST_LONGTERM[0] && minor < NEWEST_LONGTERM[1]);
    return older ? SeriesState.ENDED : SeriesState.UNKNOWN;
  }

  private static int parse(String digits) {
    return digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  /** Whether a zone can boot it, as far as the name tells. */
  public boolean canBootZone() {
    return kind == Kind.PUBLISHED || kind == Kind.CUSTOM;
  }

  /** One sentence for a person, without a full stop. */
  public String note() {
    return switch (kind) {
      case HOST_KERNEL -> "this is the kernel of the host, which cannot boot a zone";
      case SDK -> "this is a kernel SDK, which cannot boot";
      case NO_IMAGE -> "this is not an image reference";
      case PUBLISHED -> tagNote();
      case CUSTOM ->
          "not one of Edera's published zone kernels, so you must verify its origin; " + tagNote();
    };
  }

  private String tagNote() {
    if (seriesState == SeriesState.ENDED) {
      return "the series "
          + series
          + " is no longer supported by kernel.org (list of "
          + SERIES_AS_OF
          + ")";
    }
    return switch (tag) {
      case LATEST -> "mutable and unverified: whatever is published as latest when a zone boots";
      case FLOATING ->
          "moves to newer builds automatically; which one booted is not in the manifest";
      case PINNED -> "one version, with no newer fixes until somebody changes it";
      case DIGEST -> "one build, with no newer fixes until somebody changes it";
      case OTHER -> "the tag does not match any form that Edera publishes";
    };
  }
}
