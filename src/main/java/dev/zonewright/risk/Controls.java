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

  private Controls() {}
}
