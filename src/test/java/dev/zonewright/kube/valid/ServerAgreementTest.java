package dev.zonewright.kube.valid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.schema.BenchCorpus;
import dev.zonewright.kube.valid.field.Violation;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents that a real API server accepted break none of the rules by which it refuses. */
class ServerAgreementTest {
  @Test
  void findsNothingInAcceptedDocuments() {
    BenchCorpus corpus = BenchCorpus.open();
    List<String> wrong = new ArrayList<>();
    int accepted = 0;
    for (YamlStream.Part part : corpus.stream().parts()) {
      BenchCorpus.Answer answer = corpus.answers().get(part.number());
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
