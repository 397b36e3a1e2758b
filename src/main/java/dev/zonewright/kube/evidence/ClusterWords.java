package dev.zonewright.kube.evidence;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How configurations, options and variables choose the cluster that their program runs in, whatever
 * the program is: as a key, as a value, as a block or as the name of a class.
 */
final class ClusterWords {
  private static final String CHOICE_TEXT =
      "(?:optional:)?(?:celery)?(?:kubernetes|k8s)"
          + "(?:[-_]?(?:api|executor|launcher|spawner|runner|backend|session|application|ha))?:?";

  private static final Pattern CHOICE = Pattern.compile(CHOICE_TEXT, Pattern.CASE_INSENSITIVE);

  /** {@code KubernetesExecutor}, {@code TcpDiscoveryKubernetesIpFinder}, {@code K8sRunLauncher}. */
  private static final Pattern CLASS =
      Pattern.compile(
          "(?<!\\w)\\w{0,80}?(?:Kubernetes|K8s|Kube)\\w{0,80}(?:Spawner|Launcher|Executor|Factory|Finder|Manager"
              + "|Client|Discovery|Provider|Strategy|Runner|Backend)\\b|\\.Kubernetes$");

  // names are bounded, so that a text without an end of its words costs no more than its length
  private static final Pattern SETTING =
      Pattern.compile(
          // a key; names of labels, kubernetes.io/…, are none, nor are labels of metrics, k8s_x="y"
          "(?<![\\w/@-])(?:kubernetes|k8s)(?!\\.io\\b)(?:[.-][\\w.-]{0,80})?[\"']?\\s{0,9}[:={]"
              + "|(?<![\\w/@-])(?:kubernetes|k8s)_\\w{0,80}[\"']?\\s{0,9}:"
              // a value, but not that of a key which names things for people
              + "|(?<![\\w.-])(?!(?:title|name|text|label|job|job_name|description|app|group|tags?)"
              + "[\"']?\\s*[:=])[\\w.-]++[\"']?\\s*[:=]\\s*[\"']?"
              + CHOICE_TEXT
              + "[\"']?\\s*(?:[,;}\\]#&]|$)"
              // blocks: discovery.kubernetes "pods" { … }, method "kubernetes" { … }
              + "|(?:kubernetes|k8s)\\w{0,80}\\s{1,9}\"\\w{0,80}\"\\s{0,9}\\{|\"(?:kubernetes|k8s)\"\\s*\\{"
              + "|\\bk8s_?node\\b|auth_type:\\s*[\"']?serviceAccount\\b",
          Pattern.CASE_INSENSITIVE);

  /** A source or a backend that is the cluster itself: {@code --source=kubernetes}. */
  private static final Pattern OPTION =
      Pattern.compile(
          "--?[a-z0-9_.-]+=(kubernetes|k8s|kube|in-?cluster)(:.*)?", Pattern.CASE_INSENSITIVE);

  private static final Pattern SOURCE =
      Pattern.compile("--?(re)?sources?=", Pattern.CASE_INSENSITIVE);

  /** A kind of objects that a program watches, as in {@code --source=service,ingress}. */
  private static final Pattern KIND =
      Pattern.compile(
          "services?|ingress(es)?|nodes?|pods?|endpoints|endpointslices?"
              + "|deployments?|namespaces?|secrets?|configmaps?|crds?"
              + "|[a-z0-9]+-[a-z]*(route|gateway|ingress|proxy|virtualservice|host)",
          Pattern.CASE_INSENSITIVE);

  /** Variables that list the parts a program is to load. */
  private static final Pattern PARTS =
      Pattern.compile(
          ".*(LIB|PLUGIN|MODULE|PROFILE|EXTENSION|PROVIDER|FEATURE|BACKEND)S?(_.*)?",
          Pattern.CASE_INSENSITIVE);

  /** The part for the cluster in such a list: {@code ignite-kubernetes}. */
  private static final Pattern PART =
      Pattern.compile(
          "([\\w.-]{0,80}[-_.])?(kubernetes|k8s)(-extensions?)?", Pattern.CASE_INSENSITIVE);

  private static final Pattern BETWEEN_PARTS = Pattern.compile("[,;\\s\"'\\[\\]]+");

  private static final Pattern WORTH_A_LOOK =
      Pattern.compile("kube|k8s|serviceaccount", Pattern.CASE_INSENSITIVE);

  private ClusterWords() {}

  /** Whether an option's or a variable's whole value chooses the cluster. */
  static boolean chooses(String value) {
    return CHOICE.matcher(value).matches() || CLASS.matcher(value).find();
  }

  /** Whether an option with its value names the cluster, or kinds of objects in it, as a source. */
  static boolean inOption(String option) {
    return OPTION.matcher(option).matches() || listsKinds(option);
  }

  // one by one: as one pattern, a hostile list would take for ever
  private static boolean listsKinds(String option) {
    Matcher source = SOURCE.matcher(option);
    return source.lookingAt()
        && Arrays.stream(option.substring(source.end()).split(",", -1))
            .allMatch(kind -> KIND.matcher(kind).matches());
  }

  /** Whether a variable lists the part for the cluster among those that a program loads. */
  static boolean lists(String variable, String value) {
    return PARTS.matcher(variable).matches()
        && BETWEEN_PARTS.splitAsStream(value).anyMatch(part -> PART.matcher(part).matches());
  }

  /** Whether a setting in a configuration does, outside its comments. */
  static boolean inSettings(String text) {
    return WORTH_A_LOOK.matcher(text).find()
        && text.lines()
            .map(String::strip)
            .filter(line -> !isComment(line))
            .anyMatch(line -> SETTING.matcher(line).find() || CLASS.matcher(line).find());
  }

  private static boolean isComment(String line) {
    return line.startsWith("#")
        || line.startsWith(";")
        || line.startsWith("//")
        || line.startsWith("<!--");
  }
}
