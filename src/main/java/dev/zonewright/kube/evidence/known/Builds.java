package dev.zonewright.kube.evidence.known;

import java.util.regex.Pattern;

/** Programs that run the commands of others: of a Dockerfile, a pipeline or a session. */
public final class Builds {
  private static final Pattern IMAGE =
      Pattern.compile(
          ".*(\\bkaniko(-project)?\\b|gitlab-runner|/inbound-agent|/jnlp-(slave|agent)"
              + "|buildkite/agent"
              + "|circleci/runner|woodpecker-agent|drone-runner|concourse/concourse|gocd-agent"
              + "|teamcity-(minimal-)?agent|bamboo-agent|azure-?pipelines|\\bact_runner|github-runner"
              + "|actions-runner|gha-runner"
              + "|tfc-agent|spacelift/launcher|harness/delegate|nektos/act\\b).*");

  private static final Pattern DOCKERFILE = Pattern.compile(".*\\bkaniko(-project)?\\b.*");

  private static final Pattern VARIABLE =
      Pattern.compile(
          "AZP_(URL|POOL|TOKEN|TOKEN_FILE)|BUILDKITE_AGENT_(TOKEN|NAME|TAGS)"
              + "|JENKINS_(AGENT_NAME|SECRET|AGENT_WORKDIR)"
              + "|WOODPECKER_AGENT_SECRET|DRONE_RPC_(HOST|SECRET)|TFC_AGENT_(TOKEN|NAME)"
              + "|CIRCLECI_RESOURCE_CLASS|GITEA_RUNNER_REGISTRATION_TOKEN"
              + "|GITHUB_RUNNER_[A-Z_]+|RUNNER_(TOKEN|REPOSITORY_URL|SCOPE)");

  private Builds() {}

  /** Whether the image is made to run such commands. */
  public static boolean isImage(String image) {
    return IMAGE.matcher(image).matches();
  }

  /** Whether its commands build an image only, and call nothing by themselves. */
  public static boolean isDockerfile(String image) {
    return DOCKERFILE.matcher(image).matches();
  }

  /** Whether a variable tells such a program where its work comes from. */
  public static boolean isVariable(String name) {
    return VARIABLE.matcher(name).matches();
  }
}
