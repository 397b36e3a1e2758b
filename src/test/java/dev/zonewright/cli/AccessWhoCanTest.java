package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code access --can} without an account says of everybody whether they may. */
class AccessWhoCanTest {
  @TempDir private Path dir;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file =
        Files.writeString(
            dir.resolve("a.yaml"),
            """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: web, namespace: shop}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: reader, namespace: shop}
            rules: [{apiGroups: [""], resources: [secrets], verbs: [get]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: reader, namespace: shop}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
            subjects:
              - {kind: ServiceAccount, name: api, namespace: shop}
              - {kind: User, apiGroup: rbac.authorization.k8s.io, name: alice}
              - {kind: Group, apiGroup: rbac.authorization.k8s.io, name: support}
              - {kind: Group, apiGroup: rbac.authorization.k8s.io, name: "system:serviceaccounts:till"}
              - {kind: Group, apiGroup: rbac.authorization.k8s.io, name: "system:unauthenticated"}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: other, namespace: shop}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: not-open}
            subjects: [{kind: ServiceAccount, name: till, namespace: till}]
            """);
  }

  private Shell ask(String... words) {
    Object[] all = new Object[words.length + 2];
    all[0] = "access";
    all[1] = file;
    System.arraycopy(words, 0, all, 2, words.length);
    return Shell.run(all);
  }

  @Test
  void accountsUsersAndGroupsAreAllAsked() {
    Shell result = ask("--can", "get", "secrets", "--namespace", "shop");

    assertThat(result.code()).isZero();
    assertThat(result.out().lines().filter(l -> !l.startsWith("      ")))
        .containsExactly(
            "shop/api",
            "  allowed      get secrets, in shop",
            "shop/web",
            "  denied       get secrets, in shop",
            "till/till",
            "  allowed      get secrets, in shop",
            "anonymous",
            "  allowed      get secrets, in shop",
            "user:+support",
            "  allowed      get secrets, in shop",
            "user:alice",
            "  allowed      get secrets, in shop");
    assertThat(result.out()).contains("names Group support (" + file + ":17)");
    assertThat(ask("--can", "get", "secrets", "--namespace", "shop", "--format", "json").out())
        .contains("\"account\": \"user:+support\"", "\"account\": \"till/till\"");
  }

  @Test
  void whoeverIsListedCanBeAskedAboutAlone() {
    String[] words = {"--can", "get", "secrets", "--namespace", "shop", "--account", ""};
    String all = ask("--can", "get", "secrets", "--namespace", "shop").out();

    for (String who : new String[] {"shop/api", "anonymous", "user:+support", "user:alice"}) {
      words[6] = who;
      assertThat(all).contains(ask(words).out());
    }
  }

  @Test
  void aRoleThatIsNotOpenedIsUndetermined() {
    assertThat(ask("--can", "list", "secrets", "--namespace", "shop").out())
        .contains("till/till\n  undetermined list secrets, in shop\n")
        .contains("shop/api\n  denied       list secrets, in shop\n");
  }
}
