package dev.zonewright.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code zonewright} itself. */
@Command(
    name = "zonewright",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(review | fix | explain)",
    description =
        "Shows where Kubernetes manifests break the controls of Edera's security reference"
            + " architecture, and mends them without disturbing another byte.",
    footer = {
      "",
      "Without a command, the paths given are opened in a window.",
      "",
      "  zonewright review manifests/",
      "  helm template shop ./chart | zonewright review -",
      "  zonewright fix manifests/ | less",
      "  zonewright fix --write manifests/",
      "  zonewright explain privileged-container"
    })
final class TopCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }
}
