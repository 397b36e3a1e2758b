package dev.zonewright.catalogue.secret;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.secret.ChartValues;
import dev.zonewright.kube.secret.Credential;
import dev.zonewright.kube.secret.Credentials;
import dev.zonewright.kube.secret.Kubeconfig;
import dev.zonewright.kube.secret.Masked;
import dev.zonewright.kube.secret.SecretData;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlDocument;
import java.util.List;
import java.util.Optional;

/**
 * Fields: {@code env[*].value}, {@code command} and {@code args} of every container, what its
 * probes and hooks run; {@code metadata.annotations}; {@code data} and {@code binaryData} of a
 * ConfigMap; {@code data} and {@code stringData} of a Secret; {@code spec.template.data} of a
 * SealedSecret; the values of a HelmRelease, a HelmChart and an Argo CD Application; what a
 * Kustomization gives to its generators, and patches that stand in it; {@code users} of a
 * kubeconfig. Accepted: no credential written out. A credential is told by its published format, or
 * by a telling name with a literal value.
 */
public final class LiteralCredential implements Control.OnObject, Control.OnDocument {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(LiteralCredential.class),
          Family.SECRET,
          "Credential in the manifest",
          "A credential is written in a manifest, where anyone who reads the file has it",
          Severity.HIGH,
          EderaEffect.OPERATOR,
          List.of(
              "Edera security reference architecture: Secrets management",
              "CIS Kubernetes Benchmark 1.8: 5.4.1"));

  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    annotations(object.root().get("metadata", "annotations"), "", reporter);
    if (object.group().isEmpty() && object.kind().equals("ConfigMap")) {
      object.root().get("data").entries().forEach(e -> entry(e, reporter));
      object.root().get("binaryData").entries().forEach(e -> bytes(e, reporter));
    } else if (object.group().isEmpty() && object.kind().equals("Secret")) {
      secret(object, reporter);
    } else if (object.group().equals("bitnami.com") && object.kind().equals("SealedSecret")) {
      // the template stands beside the encrypted values, and is not encrypted
      object.root().get("spec", "template", "data").entries().forEach(e -> entry(e, reporter));
    }
    for (Kubeconfig.Login login : Kubeconfig.in(object.root())) {
      report(login.at(), login.credential(), "", reporter);
    }
    ChartValues.of(object).forEach(v -> report(v.at(), v.credential(), "", reporter));
    KustomizeReport.of(object.root(), reporter);
    for (PodView pod : PodViews.of(object)) {
      if (!pod.isBarePod()) {
        annotations(pod.annotations(), "", reporter);
      }
      pod.containers().forEach(c -> container(c, reporter));
    }
  }

  /** A Kustomization may leave its kind out, and is no object then. */
  @Override
  public void check(YamlDocument document, Reporter reporter) {
    YamlCursor root = document.cursor();
    if (root.get("kind").raw().isEmpty()) {
      KustomizeReport.of(root, reporter);
    }
  }

  private static void annotations(YamlCursor annotations, String container, Reporter reporter) {
    for (YamlCursor at : annotations.entries()) {
      if (!at.key().equals(LAST_APPLIED) && at.isScalar() && !at.isHidden()) {
        Credentials.byShape(at.raw()).ifPresent(found -> report(at, found, container, reporter));
      }
    }
  }

  private static void entry(YamlCursor at, Reporter reporter) {
    if (!at.isScalar() || at.isHidden()) {
      return;
    }
    String value = at.raw();
    boolean text = value.strip().indexOf('\n') >= 0;
    Optional<Credential> found = text ? Optional.empty() : Credentials.in(at.key(), value);
    if (found.isPresent()) {
      report(at, found.get(), "", reporter);
    } else {
      Credentials.inText(value).ifPresent(inside -> reportInside(at, inside, reporter));
    }
  }

  /** A file that stands in base64, as the bytes of a ConfigMap do. */
  private static void bytes(YamlCursor at, Reporter reporter) {
    if (at.isScalar() && !at.isHidden()) {
      Credentials.byShape(SecretData.decoded(at.raw()))
          .ifPresent(found -> report(at, found, "", reporter));
    }
  }

  private static void container(ContainerView container, Reporter reporter) {
    for (YamlCursor env : container.at().get("env").items()) {
      YamlCursor value = env.get("value");
      if (value.isScalar()) {
        Credentials.in(env.get("name").raw(), value.raw())
            .or(() -> inJson(value.raw()))
            .ifPresent(found -> report(value, found, container.name(), reporter));
      }
    }
    for (String field : List.of("command", "args")) {
      command(container.at().get(field), container, reporter);
    }
    for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
      handler(container.at().get(probe), container, reporter);
    }
    for (String hook : List.of("postStart", "preStop")) {
      handler(container.at().get("lifecycle", hook), container, reporter);
    }
  }

  /** What a probe or a hook runs, or asks for. */
  private static void handler(YamlCursor at, ContainerView container, Reporter reporter) {
    command(at.get("exec", "command"), container, reporter);
    for (YamlCursor header : at.get("httpGet", "httpHeaders").items()) {
      YamlCursor value = header.get("value");
      String text = header.get("name").raw() + ": " + value.raw();
      if (value.isScalar()) {
        Credentials.byShape(text)
            .or(() -> Credentials.byName(header.get("name").raw(), value.raw()))
            .ifPresent(found -> report(value, found, container.name(), reporter));
      }
    }
  }

  private static void command(YamlCursor list, ContainerView container, Reporter reporter) {
    List<YamlCursor> items = list.items();
    for (int i = 0; i < items.size(); i++) {
      YamlCursor at = items.get(i);
      Optional<Credential> flag =
          i > 0 && items.get(i - 1).raw().startsWith("-")
              ? Credentials.byName(items.get(i - 1).raw(), at.raw())
                  .filter(_ -> !at.raw().startsWith("-"))
              : Optional.empty();
      flag.or(() -> Credentials.inCommand(at))
          .or(() -> Credentials.inText(at.raw()).map(Credentials.InText::credential))
          .ifPresent(found -> report(at, found, container.name(), reporter));
    }
  }

  /** A variable may hold a whole configuration. */
  private static Optional<Credential> inJson(String value) {
    return value.stripLeading().startsWith("{")
        ? Credentials.inText(value).map(Credentials.InText::credential)
        : Optional.empty();
  }

  private static void secret(KubeObject object, Reporter reporter) {
    List<SecretData.Value> values = SecretData.of(object);
    boolean told = false;
    for (SecretData.Value value : values) {
      Optional<Credential> found =
          Credentials.in(value.at().key(), value.text())
              .or(() -> Credentials.inText(value.text()).map(Credentials.InText::credential));
      if (found.isPresent()) {
        report(value.at(), found.get(), "", reporter);
        told = true;
      }
    }
    Optional<SecretData.Value> any = values.stream().filter(SecretData.Value::isSecret).findFirst();
    if (!told && any.isPresent()) {
      YamlCursor at = any.get().at();
      reporter
          .violated(
              at,
              "Secret %s carries its values in the manifest (%s: %s): base64 hides nothing, anyone"
                      .formatted(object.name(), at.key(), Masked.of(any.get().text()))
                  + " who reads the file has them")
          .severity(Credentials.isStandIn(any.get().text()) ? Severity.LOW : Severity.MEDIUM)
          .guidance(SecretData.ADVICE);
    }
  }

  static void report(YamlCursor at, Credential found, String container, Reporter reporter) {
    boolean standIn = Credentials.isStandIn(found);
    reporter
        .violated(
            at,
            standIn
                ? "A placeholder stands in for %s (%s): filling it in puts the credential"
                        .formatted(found.what(), found.masked())
                    + " into the manifest, and leaving it means using one that everybody knows"
                : "Here is %s (%s): anyone who reads the manifest has it"
                    .formatted(found.what(), found.masked()))
        .severity(standIn ? Severity.LOW : Severity.HIGH)
        .container(container)
        .guidance(advice(found));
  }

  private static void reportInside(YamlCursor at, Credentials.InText inside, Reporter reporter) {
    Credential found = inside.credential();
    String name = inside.name().isEmpty() ? "" : " (%s)".formatted(inside.name());
    reporter
        .violated(
            at,
            "Line %d of this text%s holds %s (%s): anyone who reads the manifest has it"
                .formatted(inside.line(), name, found.what(), found.masked()))
        .severity(Credentials.isStandIn(found) ? Severity.LOW : Severity.HIGH)
        .guidance(advice(found));
  }

  private static String advice(Credential found) {
    return found.kind().advice()
        + " Replace the credential: one that was in a file is no longer "
        + "secret.";
  }
}
