package dev.zonewright.ui.complete;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the caret is, told by indentation alone. */
class CaretPlaceTest {
  private static final String HEAD = "apiVersion: v1\nkind: Pod\n";

  private static String path(String below) {
    return Caret.in(HEAD + below).path();
  }

  @Test
  void theObjectItself() {
    assertThat(path("¦")).isEqualTo(" <>");
    assertThat(path("me¦")).isEqualTo(" <me>");
    assertThat(path("metadata:\n  name: a\nsp¦")).isEqualTo(" <sp>");
  }

  @Test
  void keysOfMappings() {
    assertThat(path("spec:\n  ¦")).isEqualTo("spec <>");
    assertThat(path("spec:\n  hostPID: true\n  host¦")).isEqualTo("spec <host>");
    assertThat(path("spec:\n  a:\n    b: 1\n    c:\n      d: 1\n  ho¦")).isEqualTo("spec <ho>");
    assertThat(path("spec:\n    securityContext:\n        run¦"))
        .isEqualTo("spec.securityContext <run>");
    assertThat(path("\"spec\":\n  'securityContext': # here\n\n    # and\n    run¦"))
        .isEqualTo("spec.securityContext <run>");
  }

  @Test
  void itemsOfLists() {
    assertThat(path("spec:\n  containers:\n    - ¦")).isEqualTo("spec.containers.[] <>");
    assertThat(path("spec:\n  containers:\n    - name: a\n      im¦"))
        .isEqualTo("spec.containers.[] <im>");
    assertThat(path("spec:\n  containers:\n  - name: a\n    im¦"))
        .isEqualTo("spec.containers.[] <im>");
    assertThat(path("spec:\n  containers:\n  - name: a\n  ho¦")).isEqualTo("spec <ho>");
    assertThat(path("spec:\n  containers:\n  - name: a\n  - ¦")).isEqualTo("spec.containers.[] <>");
    assertThat(
            path(
                "spec:\n  containers:\n  - name: a\n    ports:\n    - containerPort: 1\n    - pr¦"))
        .isEqualTo("spec.containers.[].ports.[] <pr>");
    assertThat(path("spec:\n  containers:\n  - securityContext:\n      capabilities:\n        dr¦"))
        .isEqualTo("spec.containers.[].securityContext.capabilities <dr>");
    assertThat(path("spec:\n  containers:\n  -   name: a\n      im¦"))
        .isEqualTo("spec.containers.[] <im>");
    assertThat(path("a:\n- - - b¦")).isEqualTo("a.[].[].[] <b>");
  }

  @Test
  void values() {
    assertThat(path("spec:\n  restartPolicy: ¦")).isEqualTo("spec.restartPolicy <>");
    assertThat(path("spec:\n  restartPolicy: Al¦")).isEqualTo("spec.restartPolicy <Al>");
    assertThat(path("spec:\n  restartPolicy: \"Al¦\"")).isEqualTo("spec.restartPolicy <Al>");
    assertThat(path("spec:\n  containers:\n  - imagePullPolicy: ¦ # why"))
        .isEqualTo("spec.containers.[].imagePullPolicy <>");
    assertThat(Caret.in("kind:¦").place().orElseThrow().tight()).isTrue();
    assertThat(Caret.in("kind: ¦").place().orElseThrow().tight()).isFalse();
  }

  @Test
  void theWordIsReplacedWhole() {
    CaretPlace place = Caret.in("spec:\n  host¦Netw: true").place().orElseThrow();
    assertThat(place.prefix()).isEqualTo("host");
    assertThat(place.from()).isEqualTo(2);
    assertThat(place.to()).isEqualTo(10);
    assertThat(place.ended()).isTrue();
  }

  @Test
  void aTextThatIsBrokenElsewhereIsNoHindrance() {
    assertThat(path("metadata: {name: [\nspec:\n  hostP¦\n  containers\n\t- x: {{ y }}"))
        .isEqualTo("spec <hostP>");
    assertThat(path("spec:\n  containers:\n    - name: \"a\n      image\n      se¦"))
        .isEqualTo("spec.containers.[] <se>");
  }

  @Test
  void otherDocumentsAreOtherTexts() {
    Caret caret =
        Caret.in("kind: Secret\nspec:\n---\napiVersion: v1\n  # x\nki¦\n---\nkind: Node\n");
    CaretPlace place = caret.place().orElseThrow();
    assertThat(place.kind()).isEmpty();
    assertThat(place.present()).containsExactly("apiVersion");
  }

  @Test
  void keysAboveAndBelowAreThere() {
    CaretPlace place =
        Caret.in(
                """
                spec:
                  containers:
                    - name: a
                      ports:
                        - containerPort: 1
                      ¦
                      image: b
                      env:
                        - name: deep
                    - command: [x]
                  hostPID: true
                kind: Pod
                apiVersion: v1
                """)
            .place()
            .orElseThrow();
    assertThat(place.present()).containsExactlyInAnyOrder("name", "ports", "image", "env");
    assertThat(place.kind()).isEqualTo("Pod");
    assertThat(place.apiVersion()).isEqualTo("v1");
  }

  @Test
  void anItemOfAListOfObjectsIsItsOwnObject() {
    CaretPlace place =
        Caret.in(
                """
                apiVersion: v1
                kind: List
                items:
                  - apiVersion: v1
                    kind: Service
                    metadata: {name: a}
                  - apiVersion: "apps/v1"
                    kind: Deployment
                    metadata:
                      name: b
                    spec:
                      ¦
                """)
            .place()
            .orElseThrow();
    assertThat(place.path()).containsExactly("spec");
    assertThat(place.kind()).isEqualTo("Deployment");
    assertThat(place.apiVersion()).isEqualTo("apps/v1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# a ¦",
        "spec: # a ¦",
        "spec:\n  x: {a¦}",
        "data:\n  script: |\n    if¦",
        "data:\n  script: >-\n    a:\n      if¦",
        "spec:\n  hostPID: true\n    a¦",
        "a: some text¦",
        "---¦",
        "spec:\n  -¦",
        "args: [a, ¦",
        "name: *¦",
      })
  void nothingIsProposed(String text) {
    assertThat(Caret.in(text).path()).isEmpty();
  }
}
