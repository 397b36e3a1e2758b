package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Reporter;
import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.access.AccessBinding;
import dev.zonewright.kube.access.AccessGraph;
import dev.zonewright.kube.access.AccessRequest;
import dev.zonewright.kube.access.AccessRole;
import dev.zonewright.kube.access.AccessRule;
import dev.zonewright.kube.access.Rights;
import dev.zonewright.kube.access.Share;
import dev.zonewright.kube.evidence.Bindings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has of a power by a rule, judged as {@code access} does.
 *
 * @param those who have it
 * @param request what gives it
 * @param share how much of it
 */
record Judged(Holders those, AccessRequest.OnResource request, Share share) {
  /** Whether it is the power, on servers of every version. */
  boolean isPower() {
    return share.kind() != Share.Kind.HALF && share.kind() != Share.Kind.UNSURE;
  }

  /** What it does for them, behind the rule. */
  String words(String can) {
    String whom = those.words();
    boolean bound = !those.list().isEmpty();
    return switch (share.kind()) {
      case HALF ->
          "%s %s a part of what it takes to %s"
              .formatted(bound ? "gives" : "would give", whom, can);
      case UNSURE -> "may let %s %s".formatted(whom, can);
      case WHOLE, LIMITED, NAMED -> "%s %s %s".formatted(bound ? "lets" : "would let", whom, can);
    };
  }

  /** The better of two. */
  static Judged better(Judged one, Judged other) {
    return other.share().kind().compareTo(one.share().kind()) < 0 ? other : one;
  }

  /**
   * The first that rules grant whole, else the most.
   *
   * @param role that the rules are of
   * @param those who have it; nobody where nothing binds it
   */
  static Optional<Judged> of(
      Ask ask, Collection<AccessRule> rules, AccessRole role, Holders those, Reporter reporter) {
    Optional<Judged> best = Optional.empty();
    for (AccessRule rule : rules) {
      for (AccessRequest.OnResource on : ask.grantedBy(rule)) {
        Judged one = of(on, role, those, reporter);
        best = Optional.of(best.map(b -> better(b, one)).orElse(one));
        if (one.isPower()) {
          return best;
        }
      }
    }
    return best;
  }

  private static Judged of(
      AccessRequest.OnResource on, AccessRole role, Holders those, Reporter reporter) {
    if (!Share.mayBeHalf(on)) {
      // what else somebody has changes nothing
      Share share = on.group().isEmpty() ? Share.of(on, Rights.of(List.of())) : Share.WHOLE;
      return new Judged(those, on, share);
    }
    if (those.list().isEmpty()) {
      Rights own = Rights.of(List.of(new Rights.Loan(role, "", List.of())));
      return new Judged(those, on, those.aggregated() ? Share.WHOLE : Share.of(on, own));
    }
    Optional<Share> half = Optional.empty();
    List<Holder> have = new ArrayList<>();
    for (Holder holder : those.list()) {
      Share share = of(on, holder, reporter);
      if (share.kind() == Share.Kind.HALF) {
        half = half.or(() -> Optional.of(share));
      } else {
        have.add(holder);
      }
    }
    return have.isEmpty()
        ? new Judged(those, on, half.orElse(Share.WHOLE))
        : new Judged(those.only(have::contains), on, Share.WHOLE);
  }

  /** By all that the opened bindings give somebody; whole where one of them cannot be read. */
  private static Share of(AccessRequest.OnResource on, Holder holder, Reporter reporter) {
    List<Rights.Loan> loans = new ArrayList<>();
    for (KubeObject object : bindings(holder, reporter)) {
      Optional<AccessBinding> binding = Holders.binding(object);
      if (binding.isPresent()) {
        Optional<AccessRole> role = role(binding.get(), reporter);
        if (role.isEmpty()) {
          return Share.WHOLE;
        }
        String place = binding.get().isClusterWide() ? "" : binding.get().ref().namespace();
        loans.add(new Rights.Loan(role.get(), place, List.of()));
      }
    }
    Rights rights = Rights.of(loans);
    Stream<String> places =
        holder.binding().isClusterWide()
            ? rights.namespaces().stream()
            : Stream.of(holder.binding().ref().namespace());
    List<Share> all = places.map(place -> Share.of(in(on, place), rights)).toList();
    return all.stream()
        .filter(s -> s.kind() != Share.Kind.HALF)
        .findFirst()
        .orElseGet(() -> all.getFirst());
  }

  /** Asks for a role with the rules that flow into it: gathered once for all that are bound. */
  private record Gathered(ObjectRef role) implements ClusterLookup.Question<Optional<AccessRole>> {
    @Override
    public Optional<AccessRole> answer(ClusterLookup cluster) {
      return AccessGraph.of(cluster.objects("ClusterRole")).role(role);
    }

    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Gathered that && role.equals(that.role);
    }

    @Override
    public int hashCode() {
      return role.hashCode();
    }
  }

  /** The role that a binding gives, with the rules that flow into it; empty when not opened. */
  private static Optional<AccessRole> role(AccessBinding binding, Reporter reporter) {
    Optional<AccessRole> role =
        reporter
            .cluster()
            .object(binding.role().kind(), binding.role().namespace(), binding.role().name())
            .filter(object -> !Holders.isRefused(object))
            .flatMap(Holders::role)
            .or(() -> Danger.fresh(binding.role()));
    return role.filter(r -> !r.aggregates().isEmpty()).isPresent()
        ? reporter.cluster().ask(new Gathered(binding.role()))
        : role;
  }

  private static AccessRequest.OnResource in(AccessRequest.OnResource on, String namespace) {
    return new AccessRequest.OnResource(
        on.verb(), on.group(), on.resource(), on.subresource(), on.name(), namespace);
  }

  private static List<KubeObject> bindings(Holder holder, Reporter reporter) {
    Optional<String> account = holder.subject().account();
    if (account.isEmpty()) {
      return reporter.cluster().bindingsNaming(holder.subject().name());
    }
    int slash = account.get().indexOf('/');
    String namespace = account.get().substring(0, slash);
    String name = account.get().substring(slash + 1);
    return Stream.concat(
            Bindings.ofAccount(reporter.cluster(), namespace, name),
            Bindings.ofGroups(reporter.cluster(), namespace).stream())
        .distinct()
        .toList();
  }
}
