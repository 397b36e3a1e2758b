package dev.zonewright.kube.evidence;

/** The parts of an image's name that say whose program it is. */
final class ImageName {
  private ImageName() {}

  /** The last part without tag and digest: {@code nginx} of {@code r.example/web/nginx:1}. */
  static String last(String image) {
    String plain = upTo('@', image);
    return upTo(':', plain.substring(plain.lastIndexOf('/') + 1));
  }

  /** The part before the last: {@code web} of {@code r.example/web/nginx:1}; else empty. */
  static String owner(String image) {
    String plain = upTo('@', image);
    int last = plain.lastIndexOf('/');
    return last < 0 ? "" : plain.substring(plain.lastIndexOf('/', last - 1) + 1, last);
  }

  private static String upTo(char end, String text) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }
}
