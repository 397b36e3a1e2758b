package dev.zonewright.kube.evidence.known;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Programs that take more than a gigabyte of memory, or refuse to start with less, unless they are
 * told otherwise. On a node without limits they have it; a zone without limits has 1024 MB.
 */
public final class LargePrograms {
  private static final Pattern DATABASES =
      Pattern.compile(
          "mssql/server|mssql-server-linux|azure-sql-edge|oracle\\b.{0,40}database"
              + "|\\boracle/database|database/(free|enterprise|express)\\b|gvenzl/oracle|oracle-(xe"
              + "|free|ee|se2)\\b"
              + "|hanaexpress|db2(_community)?/db2|ibmcom/db2|singlestore|memsql|couchbase/server"
              + "|(^|/)opensearch$|wazuh-indexer|open-distro|(^|/)logstash(-oss)?$|graylog/graylog"
              + "|(^|/)(cp-)?kafka(-native)?$|(cp-server|cp-ksqldb-server|cp-kafka-connect)"
              + "|activemq-artemis|dremio|starrocks|apache/doris|milvusdb/milvus|(^|/)vertica(-k8s"
              + "|-ce)?$");

  private static final Pattern SERVICES =
      Pattern.compile(
          "gitlab/gitlab-[ce]e|sonarqube|nexus3|atlassian/(jira|confluence|bitbucket|bamboo)"
              + "|artifactory|jfrog/xray|teamcity-server|splunk/splunk"
              + "|onlyoffice/documentserver|(^|/)clamav|clamav/|libretranslate");

  private static final Pattern MODELS =
      Pattern.compile(
          "ollama/|vllm|text-generation-inference|text-embeddings-inference|tritonserver"
              + "|/localai|sglang|lmdeploy|xinference|llama[-.]cpp|llamafile"
              + "|stable-diffusion|comfyui|openai-whisper|whisper-asr|faster-whisper|whisper\\.cpp"
              + "|whisperx|immich-machine-learning|tabbyml|huggingfaceserver|fooocus");

  private static final Pattern GAMES =
      Pattern.compile(
          "minecraft|palworld|valheim|satisfactory|enshrouded|\\b7daystodie|ark-(server"
              + "|survival)|didstopia/rust|cm2network/|v-?rising|zomboid");

  /** Parts of such systems, and what only watches or talks to them. */
  private static final Pattern BESIDE =
      Pattern.compile(
          "(.*[-_.])?(exporter|operator|client|backup|proxy|gateway|ui|runner|router|rcon"
              + "|monitor|web|init|console|agent|cli|tools|plugin|helper|shell|sidecar"
              + "|bedrock-connect)([-_.].*)?");

  private LargePrograms() {}

  /** Whether the image is of such a program. */
  public static boolean holds(String image) {
    String name = name(image.toLowerCase(Locale.ROOT));
    String last = name.substring(name.lastIndexOf('/') + 1);
    return !BESIDE.matcher(last).matches()
        && (DATABASES.matcher(name).find()
            || SERVICES.matcher(name).find()
            || MODELS.matcher(name).find()
            || GAMES.matcher(name).find());
  }

  /** Without tag and digest. */
  private static String name(String image) {
    int digest = image.indexOf('@');
    String plain = digest < 0 ? image : image.substring(0, digest);
    int tag = plain.indexOf(':', plain.lastIndexOf('/') + 1);
    return tag < 0 ? plain : plain.substring(0, tag);
  }
}
