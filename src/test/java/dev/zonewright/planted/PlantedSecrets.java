package dev.zonewright.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A manifest with credentials of all shapes in all places, and what must never be shown of them.
 */
public final class PlantedSecrets {
  /** So many characters in a row are no chance; as bytes, they make a {@code long}. */
  private static final int WINDOW = Long.BYTES;

  private record Planted(String place, String before, String hidden) {}

  private final List<Planted> planted = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final Random random = new Random(16);
  private final List<String> broken;
  private final String review;

  /** Plants them. */
  public PlantedSecrets() {
    text.append(
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop}
        """);
    for (int i = 0; i < Shape.ALL.length; i++) {
      objects(i, Shape.ALL[i]);
    }
    helmValues();
    OddPlaces odd = new OddPlaces(this::key, this::password);
    text.append(odd.objects());
    broken = odd.broken();
    review = odd.review();
  }

  /** Texts that are no YAML, are templates, or whose objects have values of odd types. */
  public List<String> broken() {
    return broken;
  }

  /** A review file, in whose words there are some too. */
  public String review() {
    return review;
  }

  /** The manifest. */
  public String text() {
    return text.toString();
  }

  public int count() {
    return planted.size();
  }

  /** Fails if more than the first three characters of one of them are shown. */
  public void assertHiddenIn(String where, String shown) {
    Map<Long, Planted> parts = new HashMap<>();
    List<String> leaks = new ArrayList<>();
    for (Planted secret : planted) {
      long last = 0;
      for (int i = 0; i < secret.hidden().length(); i++) {
        last = (last << Byte.SIZE) | (secret.hidden().charAt(i) & 0xff);
        if (i + 1 >= WINDOW) {
          parts.put(last, secret);
        }
      }
      String start = secret.before() + secret.hidden();
      int most = Math.max(4, secret.before().length() + 1);
      if (!secret.before().isEmpty() && shown.contains(start.substring(0, most + 1))) {
        leaks.add(secret.place() + ": its beginning");
      }
    }
    // walked through once: there are thousands of parts, and reports of megabytes
    Set<Planted> seen = new HashSet<>();
    long last = 0;
    for (int i = 0; i < shown.length(); i++) {
      last = (last << Byte.SIZE) | (shown.charAt(i) & 0xff);
      Planted secret = parts.get(last);
      if (secret != null && seen.add(secret)) {
        leaks.add(secret.place() + ": " + around(shown, i + 1 - WINDOW));
      }
    }
    assertThat(leaks).as(where).isEmpty();
  }

  private static String around(String shown, int at) {
    return shown.substring(Math.max(0, at - 100), Math.min(shown.length(), at + 60));
  }

  private String key(Shape shape, String place) {
    String hidden = shape.random().apply(random);
    planted.add(new Planted(shape.name() + " in " + place, shape.before(), hidden));
    return shape.before() + hidden;
  }

  private String password(String place) {
    String hidden = Shape.password(random);
    planted.add(new Planted("password in " + place, "", hidden));
    return hidden;
  }

  /** In base64, which is as good as the credential itself. */
  private String encoded(String value, String place) {
    String hidden = Shape.base64(value);
    planted.add(new Planted("base64 in " + place, "", hidden.replace("=", "")));
    return hidden;
  }

  private void pem(StringBuilder out, String indent, String place) {
    out.append(indent).append("-----BEGIN RSA PRIVATE KEY-----\n");
    for (int line = 0; line < 3; line++) {
      String hidden = Shape.letters(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefgh0123456789", 64);
      planted.add(new Planted("PEM in " + place, "", hidden));
      out.append(indent).append(hidden).append('\n');
    }
    out.append(indent).append("-----END RSA PRIVATE KEY-----\n");
  }

  private void objects(int number, Shape shape) {
    String name = "a" + number;
    String mark = shape.plain() ? "password=" : "";
    text.append(
        """
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: %1$s
          namespace: shop
          labels: {app: %1$s, password: "%2$s"}
          annotations: {example.com/api-token: "%3$s", example.com/url: "https://bot:%4$s@git.example/x"}
        spec:
          selector: {matchLabels: {app: %1$s, password: "%2$s"}}
          template:
            metadata:
              labels: {app: %1$s, password: "%2$s"}
              annotations: {dev.edera/kernel: "https://bot:%5$s@registry.example/kernel:6"}
            spec:
              hostNetwork: true
              hostPID: "%6$s"
              serviceAccountName: %1$s
              runtimeClassName: "%7$s"
              password: "%8$s"
              nodeSelector: {pool: "%9$s"}
              containers:
              - name: main
                image: "https://bot:%10$s@registry.example/api:1"
                command: ["sh", "-c", "run --password=%11$s --verbose"]
                args:
                - --api-token
                - "%12$s"
                - "--url=postgres://app:%13$s@db:5432/x"
                - "%14$s%15$s"
                env:
                - name: DATABASE_PASSWORD
                  value: "%16$s"
                - name: DATABASE_URL
                  value: "mysql://root:%17$s@db/x"
                - name: UPSTREAM_HEADER
                  value: "Authorization: Bearer %18$s"
                - name: STORAGE
                  value: "DefaultEndpointsProtocol=https;AccountName=x;AccountKey=%19$s%19$s%19$s"
                securityContext:
                  runAsUser: "%20$s"
                  privileged: "%20$s"
                  capabilities: {add: ["%20$s"], drop: ["%20$s"]}
                  seccompProfile: {type: "%20$s"}
              volumes:
              - name: host
                hostPath: {path: "/mnt/%14$s%21$s"}
              - name: url
                hostPath: {path: "smb://app:%22$s@files.example/share"}
              - name: nfs
                nfs: {server: files.example, path: "/x/%14$s%21$s"}
              - name: csi
                csi: {driver: x.example, volumeAttributes: {password: "%21$s"}}
        """
            .formatted(
                name,
                key(shape, "a label"),
                key(shape, "an annotation"),
                password("the URL of an annotation"),
                password("the kernel"),
                shape.plain() ? "x" : key(shape, "a field of another type"),
                shape.plain() ? "x" : key(shape, "the runtime class"),
                key(shape, "an unknown field"),
                shape.plain() ? "x" : key(shape, "a node selector"),
                password("an image"),
                key(shape, "a command"),
                key(shape, "an argument after its flag"),
                password("a URL in an argument"),
                mark,
                key(shape, "an argument"),
                key(shape, "a variable"),
                password("a connection string"),
                key(shape, "a header"),
                password("an Azure key"),
                shape.plain() ? "x" : key(shape, "the security context"),
                key(shape, "a host path"),
                password("a host path")));
    data(name, shape);
    text.append(OtherKinds.of(name, place -> key(shape, place), shape.plain()));
  }

  private void data(String name, Shape shape) {
    text.append(
        """
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: %1$s, namespace: shop}
        data:
          api.token: "%2$s"
          app.properties: |
            colour=blue
            db.password=%3$s
          docker.json: '{"auths": {"registry.example": {"auth": "%4$s"}}}'
          key.pem: |
        """
            .formatted(
                name,
                key(shape, "a ConfigMap"),
                key(shape, "the text of a ConfigMap"),
                encoded("bot:" + password("a Docker login"), "a Docker login")));
    pem(text, "    ", "a ConfigMap");
    String secret = key(shape, "data of a Secret");
    text.append(
        """
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: %1$s, namespace: shop}
        data: {value: %2$s}
        stringData:
          password: "%3$s"
          other: "%4$s"
          tls.key: |
        """
            .formatted(
                name,
                encoded(secret, "data of a Secret"),
                key(shape, "stringData"),
                key(shape, "stringData without a telling name")));
    pem(text, "    ", "a Secret");
  }

  private void helmValues() {
    text.append("---\n");
    for (Shape shape : Shape.ALL) {
      text.append(
          "s%s: {adminPassword: \"%s\"}\n"
              .formatted(shape.name().hashCode(), key(shape, "Helm values")));
    }
  }
}
