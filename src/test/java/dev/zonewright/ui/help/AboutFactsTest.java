package dev.zonewright.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.report.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What About knows, and from where. */
class AboutFactsTest {
  private static final Map<String, String> SYSTEM =
      Map.of(
          "java.runtime.version", "25.0.1+8",
          "java.vendor", "Somebody",
          "javafx.runtime.version", "26.0.2+3",
          "os.name", "Linux",
          "os.version", "6.1",
          "os.arch", "amd64",
          "user.home", "/home/ann");

  private static AboutFacts facts(Optional<String> revision, Map<String, String> resources) {
    return AboutFacts.of(
        revision,
        Optional.of(Path.of("/home/ann/.config/zonewright")),
        SYSTEM::get,
        name -> Optional.ofNullable(resources.get(name)));
  }

  @Test
  void theCopyForABugReportHasEachFactAndNotTheNameOfThePerson() {
    AboutFacts about = facts(Optional.of("0123abc"), Map.of());

    assertThat(about.copied())
        .isEqualTo(
            """
            Zonewright
            Version: %s
            Revision: 0123abc
            Java: 25.0.1+8, Somebody
            JavaFX: 26.0.2+3
            System: Linux 6.1 amd64
            Licence: Apache License 2.0
            Settings: ~/.config/zonewright
            """
                .formatted(Version.current()));
    assertThat(about.facts())
        .contains(
            new AboutFacts.Fact(
                "Settings", "/home/ann/.config/zonewright", "~/.config/zonewright"));
  }

  @Test
  void aFolderOutsideTheHomeIsCopiedAsItIs() {
    for (String home : List.of("/home/an", "/home/ann/.config/zonewright/", "", "?")) {
      AboutFacts about =
          AboutFacts.of(
              Optional.empty(),
              Optional.of(Path.of("/home/ann/.config/zonewright")),
              name -> name.equals("user.home") ? home : null,
              _ -> Optional.empty());
      assertThat(about.copied()).contains("Settings: /home/ann/.config/zonewright\n");
    }
  }

  @Test
  void whatTheBuildDidNotTellIsSaidToBeUnknown() {
    AboutFacts about =
        AboutFacts.of(Optional.empty(), Optional.empty(), _ -> null, _ -> Optional.empty());

    assertThat(about.copied())
        .contains("Revision: not known", "Java: not known\n", "JavaFX: not known\n")
        .contains("Settings: not kept\n");
    assertThat(about.licence()).isEmpty();
    assertThat(about.notices()).isEmpty();
    assertThat(about.bom()).isEmpty();
  }

  @Test
  void theBillOfMaterialsIsReadWithVersionsAndLicences() {
    String text =
        """
        {"bomFormat": "CycloneDX", "components": [
          {"name": "a", "version": "1", "licenses": [{"license": {"id": "MIT"}}]},
          {"name": "b", "version": "2", "licenses": [{"expression": "GPL-2.0 OR MIT"}]},
          {"name": "c", "licenses": [{"license": {"name": "Own"}}, {"license": {"id": "MIT"}}]},
          {"name": "d", "version": "4"}]}
        """;

    Bom bom = facts(Optional.empty(), Map.of(AboutFacts.BOM, text)).bom().orElseThrow();

    assertThat(bom.parts())
        .containsExactly(
            new Bom.Part("a", "1", "MIT"),
            new Bom.Part("b", "2", "GPL-2.0 OR MIT"),
            new Bom.Part("c", "", "Own, MIT"),
            new Bom.Part("d", "4", ""));
    assertThat(bom.text()).isEqualTo(text);
  }

  @Test
  void aFileThatIsNoBillOfMaterialsIsAsGoodAsNone() {
    assertThat(Bom.read("{")).isEmpty();
    assertThat(Bom.read("")).isEmpty();
    assertThat(Bom.read("[]")).isEmpty();
    assertThat(Bom.read("{\"bomFormat\": \"Other\"}")).isEmpty();
    assertThat(Bom.read("{\"bomFormat\": {}, \"components\": 3}")).isEmpty();
    assertThat(Bom.read("{\"bomFormat\": \"CycloneDX\", \"components\": [3, {\"name\": []}]}"))
        .isPresent();
  }

  /** The jar is not at hand here, but what puts the texts into it is. */
  @Test
  void theBuildPutsTheTextsWhereAboutLooks() throws IOException {
    String pom = Files.readString(Path.of("pom.xml")).replaceAll(">\\s+<", "><");

    assertThat(Path.of("docs", "third-party.md")).exists();
    assertThat(Path.of("LICENSE")).exists();
    assertThat(pom)
        .contains(
            "<targetPath>META-INF</targetPath><includes><include>third-party.md</include>",
            "<targetPath>META-INF</targetPath><includes><include>LICENSE</include>",
            "/META-INF/sbom</outputDirectory><outputName>zonewright.cdx</outputName>");
    assertThat(AboutFacts.NOTICES).isEqualTo("/META-INF/third-party.md");
    assertThat(AboutFacts.LICENCE).isEqualTo("/META-INF/LICENSE");
    assertThat(AboutFacts.BOM).isEqualTo("/META-INF/sbom/zonewright.cdx.json");
  }
}
