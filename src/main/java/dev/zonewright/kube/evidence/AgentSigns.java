package dev.zonewright.kube.evidence;

import dev.zonewright.kube.Agents;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What makes a workload look like an AI agent. It is proposed as one, never taken for one: the word
 * “agent” alone names what watches nodes as well. Either a name that only agents have speaks for
 * it, or a language model that it calls together with a weaker sign.
 */
public final class AgentSigns {
  /** Names of agents, and of what agents are built with. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?:^|[^a-z])(?:"
              + "(?:ai|llm|gpt|genai|coding|coder|browser|research|autonomous|chat|copilot|claude|openai"
              + "|gemini|mcp)[-_./]?agents?"
              + "|agents?[-_./]?(?:ai|llm|gpt)|agentic|langgraph|crewai|auto-?gpt|openhands|opendevin"
              + "|smolagents|babyagi|superagi|metagpt|swe-agent|claude-code|open-interpreter|browser-use"
              + ")(?:$|[^a-z])");

  private static final Pattern WORD =
      Pattern.compile("(?:^|[^a-z])(?:agents?|assistant|copilot)(?:$|[^a-z])");

  /** Variables by which programs are told which language model to call, and with what key. */
  private static final Pattern MODEL =
      Pattern.compile(
          "(?:OPENAI|ANTHROPIC|GEMINI|GOOGLE_AI|GOOGLE_GENAI|MISTRAL|COHERE|GROQ|OPENROUTER|DEEPSEEK"
              + "|TOGETHER|FIREWORKS|XAI|PERPLEXITY|AZURE_OPENAI|OLLAMA|LITELLM|LLM|BEDROCK|CLAUDE)"
              + "_(?:[A-Z0-9]+_)*(?:KEY|TOKEN|URL|BASE|ENDPOINT|HOST|MODEL|ID|DEPLOYMENT|NAME)");

  private static final Pattern TOOLS =
      Pattern.compile("(?:^|[^a-z])(?:mcp|tool[-_]?(?:use|calling|server)s?)(?:$|[^a-z])");

  private static final Memo.Key<PodView, List<Sign>> SIGNS = new Memo.Key<>(AgentSigns::find);

  private AgentSigns() {}

  /**
   * One reason to take a workload for an agent.
   *
   * @param at where it is written
   * @param words for a list of reasons: “image coding-agent”
   */
  public record Sign(YamlCursor at, String words) {}

  /** The reasons, the strongest first; none for a workload that says what it is. */
  public static List<Sign> of(PodView pod) {
    return pod.facts().get(SIGNS, pod);
  }

  private static List<Sign> find(PodView pod) {
    if (saysWhatItIs(pod) || Platform.of(pod).isPresent()) {
      return List.of();
    }
    List<Sign> names = new ArrayList<>();
    List<Sign> models = new ArrayList<>();
    List<Sign> weak = new ArrayList<>();
    for (ContainerView container : pod.containers()) {
      named(container.at().get("image"), "image ", names, weak);
      named(container.at().get("name"), "container ", names, weak);
      for (YamlCursor env : container.at().get("env").items()) {
        String name = env.get("name").raw();
        if (MODEL.matcher(name).matches()) {
          models.add(new Sign(env.get("name"), "variable " + name));
        } else if (TOOLS.matcher(name.toLowerCase(Locale.ROOT)).find()) {
          weak.add(new Sign(env.get("name"), "variable " + name));
        }
      }
    }
    named(pod.metadata().get("name"), "name ", names, weak);
    if (!pod.isBarePod()) {
      named(pod.object().root().get("metadata", "name"), "name ", names, weak);
    }
    if (names.isEmpty() && (models.isEmpty() || weak.isEmpty())) {
      return List.of();
    }
    List<Sign> out = new ArrayList<>(names);
    models.stream().limit(1).forEach(out::add);
    if (names.isEmpty()) {
      out.add(weak.getFirst());
    }
    return List.copyOf(out.subList(0, Math.min(3, out.size())));
  }

  private static boolean saysWhatItIs(PodView pod) {
    return Agents.isDeclared(pod)
        || pod.metadata().get("labels", Agents.LABEL).isSet()
        || pod.object().root().get("metadata", "labels", Agents.LABEL).isSet();
  }

  private static void named(YamlCursor at, String what, List<Sign> names, List<Sign> weak) {
    String name = what.startsWith("image") ? repository(at.raw()) : at.raw();
    String lower = name.toLowerCase(Locale.ROOT);
    if (NAME.matcher(lower).find()) {
      names.add(new Sign(at, what + name));
    } else if (WORD.matcher(lower).find()) {
      weak.add(new Sign(at, what + name));
    }
  }

  /** The image without its registry, tag and digest. */
  private static String repository(String image) {
    String[] parts = image.split("[@]", 2)[0].split("/");
    String first = parts[0];
    boolean registry =
        parts.length > 1
            && (first.contains(".") || first.contains(":") || first.equals("localhost"));
    String path = registry ? image.substring(first.length() + 1) : image;
    return path.split("[@:]", 2)[0];
  }
}
