package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Argo Workflows refuses a workflow without its token whose own containers have no account. */
class TokenOfWorkflowTest {
  private static List<LocatedFinding> tokens(String spec) {
    return Reviewed.of(
            "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {name: a}\nspec: %s\n"
                .formatted(spec))
        .analysis()
        .findings()
        .stream()
        .filter(f -> f.finding().control().id().equals("mounted-service-account-token"))
        .toList();
  }

  @Test
  void noFixMakesAWorkflowThatIsRefused() {
    assertThat(tokens("{templates: [{container: {image: a}}]}"))
        .singleElement()
        .satisfies(f -> assertThat(f.finding().fixes()).isEmpty())
        .satisfies(f -> assertThat(f.finding().guidance()).contains("executor.serviceAccountName"));
    assertThat(tokens("{templates: [{automountServiceAccountToken: true, container: {image: a}}]}"))
        .hasSize(2)
        .allSatisfy(f -> assertThat(f.finding().fixes()).isEmpty());
  }

  @Test
  void aWorkflowThatNamesTheAccountMayGoWithoutTheToken() {
    assertThat(tokens("{executor: {serviceAccountName: e}, templates: [{container: {image: a}}]}"))
        .singleElement()
        .satisfies(f -> assertThat(f.finding().fixes()).hasSize(1));
  }
}
