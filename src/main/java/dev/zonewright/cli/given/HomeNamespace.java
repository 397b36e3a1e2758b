package dev.zonewright.cli.given;

import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.report.Printable;
import java.util.function.UnaryOperator;
import org.apache.commons.cli.Options;

/** The namespace of objects that name none, as {@code helm} and {@code kubectl} are told it. */
public final class HomeNamespace {
  /** For the help of a command that has this option. */
  public static final String HELP =
      """
        -n, --namespace N    The namespace of objects that name none, as in helm install and
                             kubectl apply. Without it, defaultNamespace of the review file, else
                             default.
      """;

  /** For a command that means something else by a namespace. */
  public static final String HELP_DEFAULT =
      """
        --default-namespace NAME
                             The namespace of objects that name none (--namespace in other commands).
                             Without it, defaultNamespace of the review file, else default.
      """;

  private static final String USUAL = "namespace";
  private static final String DEFAULT = "default-namespace";

  private HomeNamespace() {}

  public static Options addTo(Options options) {
    return options.addOption("n", USUAL, true, null);
  }

  public static Options addDefaultTo(Options options) {
    return options.addOption(null, DEFAULT, true, null);
  }

  /**
   * The name that is given; empty when none is.
   *
   * @param options the value of an option, by its name
   * @throws UsageException when no namespace can have such a name
   */
  public static String of(UnaryOperator<String> options) {
    return checked(USUAL, options.apply(USUAL));
  }

  /** The same of a command that means something else by a namespace. */
  public static String ofDefault(UnaryOperator<String> options) {
    return checked(DEFAULT, options.apply(DEFAULT));
  }

  private static String checked(String option, String name) {
    if (name.isEmpty() || Forms.isLabel(name)) {
      return name;
    }
    throw new UsageException(
        "Invalid value for option '--%s': '%s' is not the name of a namespace. It has at most 63 small letters, digits and hyphens, and begins and ends with a letter or a digit."
            .formatted(option, Printable.echo(name)));
  }
}
