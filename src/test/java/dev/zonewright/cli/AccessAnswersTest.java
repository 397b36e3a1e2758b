package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code access} says where a role is not opened, is refused, or a question is misspelt. */
class AccessAnswersTest {
  private static final String OBJECTS =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: read, namespace: shop}
      rules:
      - {apiGroups: [""], resources: [secrets], verbs: [get]}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: refused, namespace: shop}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: read}
      subjects:
      - {kind: ServiceAccount, name: api, namespace: shop, apiGroup: rbac.authorization.k8s.io}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: unknown, namespace: shop}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: elsewhere}
      subjects:
      - {kind: User, name: 'system:serviceaccount:shop:bot', apiGroup: rbac.authorization.k8s.io}
      """;

  @TempDir private Path dir;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(dir.resolve("objects.yaml"), OBJECTS);
  }

  private Shell access(Object... words) {
    Object[] all = new Object[words.length + 2];
    all[0] = "access";
    all[1] = file;
    System.arraycopy(words, 0, all, 2, words.length);
    return Shell.run(all);
  }

  @Test
  void anAccountWhoseRoleIsNotOpenedIsNamedAmongAll() {
    assertThat(access().out())
        .contains(
            """
            shop/bot
              undetermined what roles that are not opened grant, in shop
                  RoleBinding unknown grants Role elsewhere, which is not among the manifests (%s:17)
            """
                .formatted(file));
  }

  @Test
  void whatTheServerRefusesGrantsNothingUntilItIsWrittenRight() throws IOException {
    Shell asked = access("--account", "shop/api", "--can", "get", "secrets", "--namespace", "shop");
    assertThat(asked.out())
        .contains(
            "undetermined get secrets, in shop\n      the API server refuses RoleBinding refused: a"
                + " ServiceAccount is of the core group: leave apiGroup out");
    String table =
        """
        subject\ttype\tverb\tgroup\tresource\tsubresource\tname\tnamespace\tpath
        sa:shop/api\tR\tget\t\tsecrets\t\t\tshop\t
        """;
    assertThat(Shell.withInput(table, "access", file, "--questions", "-").out())
        .endsWith("shop\t\tdenied\t-\n");
    Files.writeString(
        file, OBJECTS.replace(", apiGroup: rbac.authorization.k8s.io}\n---", "}\n---"));
    assertThat(Shell.withInput(table, "access", file, "--questions", "-").out())
        .contains("shop\t\tallowed\tRoleBinding \"refused/shop\"");
  }

  @Test
  void aNamespaceThatNothingMentionsIsTold() {
    assertThat(access("--can", "get", "pods", "--namespace", "elsewhere").err())
        .isEqualTo(
            """
            No manifest mentions the namespace elsewhere. The answer is what is granted in every namespace.
            """);
    assertThat(access("--can", "get", "pods", "--namespace", "shop").err()).isEmpty();
  }

  @Test
  void aMisspeltQuestionIsTold() {
    Shell group =
        access("--account", "shop/api", "--can", "get", "deployments", "--namespace", "shp");
    assertThat(group.err())
        .isEqualTo(
            """
            There is no resource in the core group called deployments: deployments are in the API group apps.
            No manifest mentions the namespace shp: did you mean shop?
            """);
    Shell name = access("--account", "shop/api", "--can", "get", "secret");
    assertThat(name.err()).contains("called secret: probably secrets was meant.");
    assertThat(access("--account", "shop/api", "--can", "get", "secrets").err()).isEmpty();
  }

  @Test
  void twoQuestionsAtOnceAndEmptyWordsAreRefused() {
    Shell twice = access("--account", "shop/api", "--can", "get", "pods", "--can", "list", "pods");
    assertThat(twice.err()).startsWith("Option '--can' is given twice.");
    assertThat(twice.code()).isEqualTo(2);
    Shell empty = access("--account", "shop/api", "--can", "", "pods");
    assertThat(empty.err()).startsWith("Option '--can' needs a verb and a resource");
  }

  @Test
  void theGroupsOfAUserAreShown() {
    assertThat(access("--account", "user:bob+devs", "--can", "get", "pods").out())
        .startsWith("user:bob+devs\n");
  }

  @Test
  void aRoleThatIsRefusedIsToldThoughItGrantsNothing() throws IOException {
    Path role =
        Files.writeString(
            dir.resolve("role.yaml"),
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: r, namespace: a}
            rules: [{apiGroups: [""], resources: [pods], verbs: []}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: b, namespace: a}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r}
            subjects: [{kind: ServiceAccount, name: s, namespace: a}]
            """);
    String why = "the API server refuses Role r: a rule needs at least one verb";
    assertThat(Shell.run("access", role, "--account", "a/s").out())
        .contains("undetermined what the API server refuses, in a", why)
        .doesNotContain("No account");
    assertThat(Shell.run("access", role, "--account", "a/s", "--power", "exec").out())
        .contains("undetermined exec", why, "chain to exec: undetermined (" + why);
  }

  @Test
  void aVerbThatIsSpeltOtherwiseIsTold() {
    assertThat(access("--account", "shop/api", "--can", "gte", "secrets").err())
        .contains("Kubernetes has no verb gte: did you mean get");
    assertThat(access("--account", "shop/api", "--can", "get", "secrets").err())
        .doesNotContain("verb");
  }

  @Test
  void anAccountMayBeWrittenAsTheServerDoes() {
    String own = access("--account", "shop/bot", "--can", "get", "secrets").out();
    assertThat(own).isNotEmpty();
    for (String form :
        new String[] {
          "system:serviceaccount:shop:bot", "user:system:serviceaccount:shop:bot", "sa:shop/bot"
        }) {
      assertThat(access("--account", form, "--can", "get", "secrets").out()).isEqualTo(own);
    }
    for (String form :
        new String[] {
          "system:serviceaccount:shop", "system:serviceaccount::bot", "system:serviceaccount:a:b:c"
        }) {
      assertThat(access("--account", form).code()).as(form).isEqualTo(2);
    }
  }
}
