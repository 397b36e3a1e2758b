package dev.zonewright.risk;

import dev.zonewright.catalogue.agent.AgentSecret;
import dev.zonewright.catalogue.agent.LongLivedAgent;
import dev.zonewright.catalogue.agent.PersistentAgentState;
import dev.zonewright.catalogue.agent.RestartingAgent;
import dev.zonewright.catalogue.agent.WritableRootFilesystem;
import dev.zonewright.catalogue.manifest.UndeterminedValue;
import dev.zonewright.catalogue.network.CrossNamespaceTraffic;
import dev.zonewright.catalogue.network.OpenEgress;
import dev.zonewright.catalogue.network.OpenIngress;
import dev.zonewright.catalogue.network.ReachableMetadataEndpoint;
import dev.zonewright.catalogue.network.ReachableNodePort;
import dev.zonewright.catalogue.network.UnrestrictedInternetEgress;
import dev.zonewright.catalogue.pod.AddedCapability;
import dev.zonewright.catalogue.pod.DisallowedVolumeType;
import dev.zonewright.catalogue.pod.HostIpc;
import dev.zonewright.catalogue.pod.HostNetwork;
import dev.zonewright.catalogue.pod.HostPathVolume;
import dev.zonewright.catalogue.pod.HostPid;
import dev.zonewright.catalogue.pod.PrivilegedContainer;
import dev.zonewright.catalogue.pod.UndroppedCapabilities;
import dev.zonewright.catalogue.secret.LiteralCredential;
import dev.zonewright.catalogue.secret.LongLivedCloudCredential;
import dev.zonewright.catalogue.secret.MountedSecret;
import dev.zonewright.catalogue.secret.SecretInEnvironment;
import dev.zonewright.catalogue.secret.SharedSecret;
import dev.zonewright.catalogue.tenancy.MissingResourceLimits;
import dev.zonewright.catalogue.tenancy.MissingResourceQuota;
import dev.zonewright.catalogue.tenancy.SharedNodePool;
import dev.zonewright.catalogue.tenancy.SharedVolume;
import dev.zonewright.catalogue.tenancy.UnenforcedPodSecurity;
import dev.zonewright.catalogue.token.MountedServiceAccountToken;
import dev.zonewright.catalogue.zone.MissingEderaRuntime;
import dev.zonewright.catalogue.zone.UnmanagedZoneKernel;
import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;

/** The controls on whose findings the rows rest, by the ids that their classes give them. */
final class Controls {
  static final String MISSING_EDERA_RUNTIME = id(MissingEderaRuntime.class);
  static final String UNMANAGED_ZONE_KERNEL = id(UnmanagedZoneKernel.class);
  static final String HOST_PATH_VOLUME = id(HostPathVolume.class);
  static final String DISALLOWED_VOLUME_TYPE = id(DisallowedVolumeType.class);
  static final String HOST_NETWORK = id(HostNetwork.class);
  static final String HOST_PID = id(HostPid.class);
  static final String HOST_IPC = id(HostIpc.class);
  static final String PRIVILEGED_CONTAINER = id(PrivilegedContainer.class);
  static final String ADDED_CAPABILITY = id(AddedCapability.class);
  static final String UNDROPPED_CAPABILITIES = id(UndroppedCapabilities.class);
  static final String MOUNTED_TOKEN = id(MountedServiceAccountToken.class);
  static final String UNDETERMINED_VALUE = id(UndeterminedValue.class);

  static final String OPEN_EGRESS = id(OpenEgress.class);
  static final String OPEN_INGRESS = id(OpenIngress.class);
  static final String CROSS_NAMESPACE_TRAFFIC = id(CrossNamespaceTraffic.class);
  static final String REACHABLE_NODE_PORT = id(ReachableNodePort.class);
  static final String REACHABLE_METADATA = id(ReachableMetadataEndpoint.class);
  static final String INTERNET_EGRESS = id(UnrestrictedInternetEgress.class);
  static final String MOUNTED_SECRET = id(MountedSecret.class);
  static final String SECRET_IN_ENVIRONMENT = id(SecretInEnvironment.class);
  static final String LITERAL_CREDENTIAL = id(LiteralCredential.class);
  static final String CLOUD_CREDENTIAL = id(LongLivedCloudCredential.class);
  static final String SHARED_SECRET = id(SharedSecret.class);
  static final String AGENT_SECRET = id(AgentSecret.class);
  static final String SHARED_VOLUME = id(SharedVolume.class);
  static final String SHARED_NODE_POOL = id(SharedNodePool.class);
  static final String MISSING_QUOTA = id(MissingResourceQuota.class);
  static final String MISSING_LIMITS = id(MissingResourceLimits.class);
  static final String UNENFORCED_POD_SECURITY = id(UnenforcedPodSecurity.class);
  static final String WRITABLE_ROOT = id(WritableRootFilesystem.class);
  static final String PERSISTENT_STATE = id(PersistentAgentState.class);
  static final String RESTARTING_AGENT = id(RestartingAgent.class);
  static final String LONG_LIVED_AGENT = id(LongLivedAgent.class);

  private Controls() {}

  private static String id(Class<? extends Control> control) {
    return ControlInfo.idOf(control);
  }
}
