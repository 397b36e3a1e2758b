package dev.zonewright.catalogue.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords in the command lines of containers, of their probes and of their hooks. */
class CommandCredentialTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "command: [mysql, -u, root, -pTr0ub4dor]",
        "command: [mysqldump]\n    args: [-u, root, -pTr0ub4dor]",
        "args: ['exec mysqladmin ping -u root -pTr0ub4dor']",
        "command: [/usr/bin/redis-cli, -h, cache, -a, Tr0ub4dor]",
        "args: ['redis-cli --pass Tr0ub4dor ping']",
        "args: ['curl -s -u shop:Tr0ub4dor https://shop.example.test']",
        "args: ['sshpass -p Tr0ub4dor ssh shop']",
        "args: ['docker login -u shop -p Tr0ub4dor registry']",
        "args: ['kubectl create secret generic x --from-literal=a=Tr0ub4dor']",
        "livenessProbe: {exec: {command: [redis-cli, -a, Tr0ub4dor, ping]}}",
        "startupProbe: {exec: {command: [sh, -c, 'mysql -u root -pTr0ub4dor']}}",
        "lifecycle: {preStop: {exec: {command: [stop, --password, Tr0ub4dor]}}}",
        "readinessProbe: {httpGet: {port: 1, httpHeaders: [{name: Authorization,"
            + " value: Basic c2hvcDpUcjB1YjRkb3I0NTY3}]}}",
      })
  void aPasswordThatIsWrittenOut(String fields) {
    assertThat(messages(fields))
        .singleElement()
        .asString()
        .contains("Here is")
        .doesNotContain("ub4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "command: [mysql, -u, root, '-p$(MYSQL_ROOT_PASSWORD)']",
        "args: ['mysql -u root -p$MYSQL_ROOT_PASSWORD']",
        "args: ['mysql -u root -p\"${MYSQL_ROOT_PASSWORD}\" -e \"select 1\"']",
        "args: ['mysql -u root -p; echo done']",
        "args: ['mysql --protocol tcp; mkdir -p /data']",
        "args: ['redis-cli -a $REDIS_PASSWORD ping']",
        "args: ['curl -u $USER:$PASSWORD https://shop.example.test']",
        "args: ['curl -o login -p https://shop.example.test']",
        "command: [mkdir, -p, /var/lib/mysql]",
        "livenessProbe: {exec: {command: [redis-cli, ping]}}",
        "readinessProbe: {httpGet: {port: 1, httpHeaders: [{name: X-Probe, value: kubelet}]}}",
      })
  void noPasswordIsWrittenOut(String fields) {
    assertThat(messages(fields)).isEmpty();
  }

  private static List<String> messages(String fields) {
    String text =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: a, namespace: shop}
        spec:
          containers:
          - name: main
            %s
        """
            .formatted(fields);
    return new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("a.yaml", text))).findings().stream()
            .filter(f -> f.finding().control().id().equals("literal-credential"))
            .map(f -> f.finding().message())
            .toList();
  }
}
