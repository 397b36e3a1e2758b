package dev.zonewright.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.zonewright.kube.Manifest;
import dev.zonewright.review.ReviewForms.AttestationForm;
import dev.zonewright.review.ReviewForms.ExceptionForm;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema and the reader say the same of a review file. */
class ReviewSchemaTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(ReviewSchema.text());

  private static final JsonNode TREE = JsonMapper.builder().build().readTree(ReviewSchema.text());

  private static List<String> keys(JsonNode of) {
    assertThat(of.get("additionalProperties").asBoolean(true)).isFalse();
    return List.copyOf(of.get("properties").propertyNames());
  }

  private static List<String> components(Class<?> form) {
    return Arrays.stream(form.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  @Test
  void eachKeyThatTheReaderKnowsIsInTheSchemaAndNoOther() {
    assertThat(keys(TREE)).containsExactlyInAnyOrderElementsOf(ReviewReader.KEYS);
    JsonNode definitions = TREE.get("definitions");
    assertThat(keys(definitions.get("exception")))
        .containsExactlyElementsOf(components(ExceptionForm.class));
    assertThat(keys(definitions.get("attestation")))
        .containsExactlyElementsOf(components(AttestationForm.class));
  }

  @Test
  void theManualHasTheSame() throws IOException {
    assertThat(Path.of("docs", "zonewright-review.schema.json"))
        .content()
        .isEqualTo(ReviewSchema.text());
    String page = Files.readString(Path.of("docs", "review-file.md"));
    String example = page.substring(page.indexOf("```yaml\n") + 8);
    assertThat(bySchema(example.substring(0, example.indexOf("```")))).isTrue();
  }

  private static boolean bySchema(String text) {
    return SCHEMA.validate(text, InputFormat.YAML).isEmpty();
  }

  private static boolean byReader(String text) {
    return ReviewReader.read(Manifest.of("zonewright-review.yaml", text)).problems().isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tenants: {retail: [a, b]}\nplatform: [falco]\n",
        "agents: [shop/Deployment/researcher, /Pod/p]\n",
        "profile: edera-reference\nnodeRanges: [10.0.0.0/16, 'fd00::/8']\n",
        "exceptions: [{control: a, object: /ClusterRole/x, reason: r, owner: o,"
            + " expires: 2026-12-01}]",
        "exceptions: [{control: a, container: a/Pod/x/y, value: v, reason: r, owner: o,"
            + " expires: 2026-12-01, recorded: 2026-11-01}]",
        "attestations: [{item: i, tenants: [a], by: b, date: 2026-12-01, note: n}]",
        "exceptions:\nattestations:\nbaseline: sub/b..json\n"
      })
  void bothTakeIt(String text) {
    assertThat(byReader(text)).isTrue();
    assertThat(bySchema(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exception: []",
        "profile: other",
        "nodeRanges: [10.0.0.0]",
        "nodeRanges: 10.0.0.0/8",
        "podRanges: [pods]",
        "tenants: [a]",
        "tenants: {a: b}",
        "tenants: {'': [b]}",
        "platform: [[a]]",
        "agents: [researcher]",
        "agents: [a/Pod/b, a/Pod/b]",
        "exceptions: {}",
        "exceptions: [{control: a, reason: r, owner: o, expires: 2026-12-01}]",
        "exceptions: [{control: a, tenant: t, namespace: n, reason: r, owner: o,"
            + " expires: 2026-12-01}]",
        "exceptions: [{control: a, tenant: t, reason: r, owner: o, expires: tomorrow}]",
        "exceptions: [{control: a, tenant: t, reason: r, expires: 2026-12-01}]",
        "exceptions: [{control: a, tenant: t, reason: '', owner: o, expires: 2026-12-01}]",
        "exceptions: [{control: a, object: a/b, reason: r, owner: o, expires: 2026-12-01}]",
        "exceptions: [{control: a, tenant: t, until: x, reason: r, owner: o, expires:"
            + " 2026-12-01}]",
        "attestations: [{item: i, by: b}]",
        "attestations: [{item: i, by: b, date: 2026-12-01, tenants: a}]",
        "attestations: [{item: i, by: b, date: 2026-12-01, expires: never}]",
        "baseline: ../b.json",
        "baseline: /b.json",
        "baseline: [b.json]"
      })
  void neitherTakesIt(String text) {
    assertThat(byReader(text)).isFalse();
    assertThat(bySchema(text)).isFalse();
  }
}
