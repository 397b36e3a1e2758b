package dev.zonewright.catalogue.secret;

import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.secret.Credential;
import dev.zonewright.kube.secret.Credentials;
import dev.zonewright.kube.secret.Kustomized;
import dev.zonewright.kube.secret.Masked;
import dev.zonewright.kube.secret.SecretData;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;

/** Reports the credentials that a Kustomization writes into what it builds. */
final class KustomizeReport {
  private KustomizeReport() {}

  static void of(YamlCursor root, Reporter reporter) {
    List<Kustomized.Literal> literals = Kustomized.literals(root);
    boolean told = false;
    for (Kustomized.Literal literal : literals) {
      Optional<Credential> found = Credentials.in(literal.name(), literal.value());
      if (found.isPresent()) {
        LiteralCredential.report(literal.at(), found.get(), "", reporter);
        told |= literal.ofSecret();
      }
    }
    literals.stream()
        .filter(Kustomized.Literal::isSecret)
        .filter(l -> Credentials.in(l.name(), l.value()).isEmpty())
        .limit(told ? 0 : 1)
        .forEach(literal -> value(literal, reporter));
    for (Kustomized.Patched patched : Kustomized.patched(root)) {
      LiteralCredential.report(patched.at(), patched.found(), "", reporter);
    }
  }

  private static void value(Kustomized.Literal literal, Reporter reporter) {
    reporter
        .violated(
            literal.at(),
            "The generator of a Secret is given its values in the Kustomization (%s: %s): anyone who reads the file has them"
                .formatted(literal.name(), Masked.of(literal.value())))
        .severity(Credentials.isStandIn(literal.value()) ? Severity.LOW : Severity.MEDIUM)
        .guidance(SecretData.ADVICE);
  }
}
