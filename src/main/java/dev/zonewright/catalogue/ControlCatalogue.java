package dev.zonewright.catalogue;

import dev.zonewright.catalogue.agent.AgentSecret;
import dev.zonewright.catalogue.agent.LongLivedAgent;
import dev.zonewright.catalogue.agent.PersistentAgentState;
import dev.zonewright.catalogue.agent.RestartingAgent;
import dev.zonewright.catalogue.agent.WritableRootFilesystem;
import dev.zonewright.catalogue.manifest.DuplicateKey;
import dev.zonewright.catalogue.manifest.InvalidObject;
import dev.zonewright.catalogue.manifest.InvalidYaml;
import dev.zonewright.catalogue.manifest.MissingNamespace;
import dev.zonewright.catalogue.manifest.UndeterminedValue;
import dev.zonewright.catalogue.manifest.UnknownField;
import dev.zonewright.catalogue.manifest.UnrenderedTemplate;
import dev.zonewright.catalogue.manifest.WrongType;
import dev.zonewright.catalogue.network.CrossNamespaceTraffic;
import dev.zonewright.catalogue.network.ReachableMetadataEndpoint;
import dev.zonewright.catalogue.network.ReachableNodePort;
import dev.zonewright.catalogue.network.UnenforceableNetworkPolicy;
import dev.zonewright.catalogue.network.UnrestrictedInternetEgress;
import dev.zonewright.catalogue.network.WideDnsEgress;
import dev.zonewright.catalogue.pod.AddedCapability;
import dev.zonewright.catalogue.pod.DisallowedVolumeType;
import dev.zonewright.catalogue.pod.HostIpc;
import dev.zonewright.catalogue.pod.HostNetwork;
import dev.zonewright.catalogue.pod.HostPathBehindClaim;
import dev.zonewright.catalogue.pod.HostPathVolume;
import dev.zonewright.catalogue.pod.HostPid;
import dev.zonewright.catalogue.pod.HostPort;
import dev.zonewright.catalogue.pod.MissingSeccompProfile;
import dev.zonewright.catalogue.pod.PrivilegeEscalation;
import dev.zonewright.catalogue.pod.PrivilegedContainer;
import dev.zonewright.catalogue.pod.ProbeHost;
import dev.zonewright.catalogue.pod.RootUser;
import dev.zonewright.catalogue.pod.UndroppedCapabilities;
import dev.zonewright.catalogue.pod.UnsafeApparmorProfile;
import dev.zonewright.catalogue.pod.UnsafeProcMount;
import dev.zonewright.catalogue.pod.UnsafeSelinuxOptions;
import dev.zonewright.catalogue.pod.UnsafeSysctl;
import dev.zonewright.catalogue.pod.WindowsHostProcess;
import dev.zonewright.catalogue.rbac.AdmissionChangingAccount;
import dev.zonewright.catalogue.rbac.CrossTenantBinding;
import dev.zonewright.catalogue.rbac.DeletingAccount;
import dev.zonewright.catalogue.rbac.DnsChangingAccount;
import dev.zonewright.catalogue.rbac.EventDeletingAccount;
import dev.zonewright.catalogue.rbac.ImpersonatingAccount;
import dev.zonewright.catalogue.rbac.IneffectivePermission;
import dev.zonewright.catalogue.rbac.LogReadingAccount;
import dev.zonewright.catalogue.rbac.NetworkChangingAccount;
import dev.zonewright.catalogue.rbac.NodeReachingAccount;
import dev.zonewright.catalogue.rbac.PodCreatingAccount;
import dev.zonewright.catalogue.rbac.PrivilegedDefaultServiceAccount;
import dev.zonewright.catalogue.rbac.RightsChangingAccount;
import dev.zonewright.catalogue.rbac.SecretReadingAccount;
import dev.zonewright.catalogue.rbac.UnauditedPodCreation;
import dev.zonewright.catalogue.rbac.VolumeCreatingAccount;
import dev.zonewright.catalogue.rbac.WildcardPermission;
import dev.zonewright.catalogue.secret.LiteralCredential;
import dev.zonewright.catalogue.secret.LongLivedCloudCredential;
import dev.zonewright.catalogue.secret.MountedSecret;
import dev.zonewright.catalogue.secret.SecretInEnvironment;
import dev.zonewright.catalogue.token.AutomountOnNamespace;
import dev.zonewright.catalogue.token.AutomountingServiceAccount;
import dev.zonewright.catalogue.token.LegacyTokenSecret;
import dev.zonewright.catalogue.token.MountedServiceAccountToken;
import dev.zonewright.catalogue.token.UnboundServiceAccountToken;
import dev.zonewright.catalogue.zone.MisplacedEderaAnnotation;
import dev.zonewright.catalogue.zone.MissingEderaRuntime;
import dev.zonewright.catalogue.zone.UnmanagedZoneKernel;
import dev.zonewright.catalogue.zone.UnschedulableRuntimeClass;
import dev.zonewright.control.Control;
import java.util.List;
import java.util.Optional;

/** All controls, in the order in which the catalogue is read. */
public final class ControlCatalogue {
  private static final List<Control> ALL =
      List.of(
          new MissingEderaRuntime(),
          new UnmanagedZoneKernel(),
          new MisplacedEderaAnnotation(),
          new UnschedulableRuntimeClass(),
          new HostPathVolume(),
          new HostPathBehindClaim(),
          new HostNetwork(),
          new HostPid(),
          new HostIpc(),
          new PrivilegedContainer(),
          new UndroppedCapabilities(),
          new AddedCapability(),
          new DisallowedVolumeType(),
          new HostPort(),
          new PrivilegeEscalation(),
          new RootUser(),
          new MissingSeccompProfile(),
          new UnsafeProcMount(),
          new UnsafeSysctl(),
          new UnsafeSelinuxOptions(),
          new UnsafeApparmorProfile(),
          new WindowsHostProcess(),
          new ProbeHost(),
          new MountedServiceAccountToken(),
          new AutomountingServiceAccount(),
          new AutomountOnNamespace(),
          new UnboundServiceAccountToken(),
          new LegacyTokenSecret(),
          new PrivilegedDefaultServiceAccount(),
          new WildcardPermission(),
          new PodCreatingAccount(),
          new SecretReadingAccount(),
          new NodeReachingAccount(),
          new CrossTenantBinding(),
          new ImpersonatingAccount(),
          new RightsChangingAccount(),
          new LogReadingAccount(),
          new NetworkChangingAccount(),
          new AdmissionChangingAccount(),
          new DnsChangingAccount(),
          new VolumeCreatingAccount(),
          new DeletingAccount(),
          new EventDeletingAccount(),
          new UnauditedPodCreation(),
          new IneffectivePermission(),
          new ReachableNodePort(),
          new ReachableMetadataEndpoint(),
          new UnrestrictedInternetEgress(),
          new CrossNamespaceTraffic(),
          new WideDnsEgress(),
          new UnenforceableNetworkPolicy(),
          new MountedSecret(),
          new SecretInEnvironment(),
          new LiteralCredential(),
          new LongLivedCloudCredential(),
          new WritableRootFilesystem(),
          new RestartingAgent(),
          new PersistentAgentState(),
          new LongLivedAgent(),
          new AgentSecret(),
          new InvalidYaml(),
          new DuplicateKey(),
          new UnknownField(),
          new WrongType(),
          new InvalidObject(),
          new UndeterminedValue(),
          new MissingNamespace(),
          new UnrenderedTemplate());

  private ControlCatalogue() {}

  public static List<Control> all() {
    return ALL;
  }

  public static Optional<Control> byId(String id) {
    return ALL.stream().filter(c -> c.info().id().equals(id)).findFirst();
  }
}
