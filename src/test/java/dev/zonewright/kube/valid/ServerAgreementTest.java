package dev.zonewright.kube.valid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.schema.BenchCorpus;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Documents that a real API server accepted break none of the rules by which it refuses. */
class ServerAgreementTest {
  @Test
  void findsNothingInAcceptedDocuments() {
    Optional<BenchCorpus> corpus = BenchCorpus.open();
    assumeTrue(corpus.isPresent(), "no corpus of real manifests beside the project");
    List<String> wrong = new ArrayList<>();
    int accepted = 0;
    for (YamlStream.Part part : corpus.get().stream().parts()) {
      BenchCorpus.Answer answer = corpus.get().answers().get(part.number());
      if (answer == null || !answer.status().equals("accepted")) {
        continue;
      }
      accepted++;
      for (KubeObject object : KubeObject.in(part.document().cursor())) {
        ObjectRules.of(object).stream()
            .filter(v -> v.when() == Violation.When.APPLIED)
            .forEach(v ->
                wrong.add(
                    part.number() + " " + object.label() + " " + v.at() + ": " + v.message()));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(accepted).isGreaterThan(6000);
  }
}
