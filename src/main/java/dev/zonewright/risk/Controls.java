package dev.zonewright.risk;

/** The controls on whose findings the rows rest, by id. */
final class Controls {
  static final String MISSING_EDERA_RUNTIME = "missing-edera-runtime";
  static final String UNMANAGED_ZONE_KERNEL = "unmanaged-zone-kernel";
  static final String HOST_PATH_VOLUME = "host-path-volume";
  static final String DISALLOWED_VOLUME_TYPE = "disallowed-volume-type";
  static final String HOST_NETWORK = "host-network";
  static final String HOST_PID = "host-pid";
  static final String HOST_IPC = "host-ipc";
  static final String PRIVILEGED_CONTAINER = "privileged-container";
  static final String ADDED_CAPABILITY = "added-capability";
  static final String UNDROPPED_CAPABILITIES = "undropped-capabilities";
  static final String MOUNTED_TOKEN = "mounted-service-account-token";
  static final String UNDETERMINED_VALUE = "undetermined-value";

  static final String OPEN_EGRESS = "open-egress";
  static final String OPEN_INGRESS = "open-ingress";
  static final String CROSS_NAMESPACE_TRAFFIC = "cross-namespace-traffic";
  static final String REACHABLE_NODE_PORT = "reachable-node-port";
  static final String REACHABLE_METADATA = "reachable-metadata-endpoint";
  static final String INTERNET_EGRESS = "unrestricted-internet-egress";
  static final String MOUNTED_SECRET = "mounted-secret";
  static final String SECRET_IN_ENVIRONMENT = "secret-in-environment";
  static final String LITERAL_CREDENTIAL = "literal-credential";
  static final String CLOUD_CREDENTIAL = "long-lived-cloud-credential";
  static final String SHARED_SECRET = "shared-secret";
  static final String AGENT_SECRET = "agent-secret";
  static final String SHARED_VOLUME = "shared-volume";
  static final String SHARED_NODE_POOL = "shared-node-pool";
  static final String MISSING_QUOTA = "missing-resource-quota";
  static final String MISSING_LIMITS = "missing-resource-limits";
  static final String UNENFORCED_POD_SECURITY = "unenforced-pod-security";
  static final String WRITABLE_ROOT = "writable-root-filesystem";
  static final String PERSISTENT_STATE = "persistent-agent-state";
  static final String RESTARTING_AGENT = "restarting-agent";
  static final String LONG_LIVED_AGENT = "long-lived-agent";

  private Controls() {}
}
