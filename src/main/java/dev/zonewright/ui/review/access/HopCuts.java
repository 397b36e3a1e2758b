package dev.zonewright.ui.review.access;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.control.Edits;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.ServiceAccounts;
import dev.zonewright.kube.access.chain.Chain;
import dev.zonewright.kube.access.chain.Hop;
import dev.zonewright.kube.access.chain.TokenHolder;
import dev.zonewright.report.ObjectPlaces;
import dev.zonewright.ui.fix.FixOffer;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds how a chain is cut, in the fixes of the findings along it. */
final class HopCuts {
  private static final String TOKEN = "mounted-service-account-token";
  private static final YamlValue NO = YamlValue.of(false);
  private static final String UNUSED = "no workload in the manifests uses its token";
  private static final String USED = "A workload that calls the Kubernetes API needs its token";
  private static final String CREATING = "pod-creating-account";
  private static final String ADMISSION = "unenforced-pod-security";

  private final Map<ObjectRef, List<LocatedFinding>> findings;
  private final ObjectPlaces places;

  HopCuts(List<LocatedFinding> findings, ObjectPlaces places) {
    // asked for each hop of each account
    this.findings = findings.stream().collect(Collectors.groupingBy(f -> f.finding().object()));
    this.places = places;
  }

  /**
   * The cuts of a chain, in the order of its hops; none of one that is stopped already.
   *
   * @param holders the workloads that run as the account
   */
  List<HopCut> of(Chain chain, List<TokenHolder> holders) {
    if (chain.outcome() != Chain.Outcome.REACHES) {
      return List.of();
    }
    List<HopCut> out = new ArrayList<>();
    for (Hop hop : chain.hops()) {
      if (hop.cut().isPresent()) {
        at(chain, hop, holders).filter(c -> !c.offers().isEmpty()).ifPresent(out::add);
      }
    }
    return out;
  }

  private Optional<HopCut> at(Chain chain, Hop hop, List<TokenHolder> holders) {
    String title = hop.cut().orElse("");
    return switch (hop.kind()) {
      case WORKLOAD -> noToken(chain, hop, holders);
      case BINDING -> Optional.of(new HopCut(hop, title, 1, subject(chain, hop)));
      case ROLE -> Optional.of(new HopCut(hop, title, 1, narrowing(hop)));
      case ADMISSION ->
          Optional.of(new HopCut(hop, title, 1, within(hop, f -> isOf(f, ADMISSION))));
      case ACCOUNT, ACT, POWER -> Optional.empty();
    };
  }

  private static boolean isOf(LocatedFinding finding, String control) {
    return finding.finding().control().id().equals(control);
  }

  private Stream<LocatedFinding> about(ObjectRef object) {
    return findings.getOrDefault(object, List.of()).stream();
  }

  private Optional<ObjectRef> opened(ObjectRef ref) {
    return places.object(ref).map(LocatedObject::object).map(ObjectRef::of);
  }

  /** The workloads that mount the token, as one fix. */
  private Optional<HopCut> noToken(Chain chain, Hop hop, List<TokenHolder> holders) {
    Map<ObjectRef, Consumer<Edits>> cuts = new LinkedHashMap<>();
    List<LocatedFinding> own = new ArrayList<>();
    List<TokenHolder> mounting = holders.stream().filter(TokenHolder::mounts).toList();
    for (TokenHolder holder : mounting) {
      Optional<LocatedFinding> finding =
          about(holder.workload()).filter(f -> isOf(f, TOKEN)).findFirst();
      if (finding.isEmpty() && isByField(holder)) {
        YamlPath at = holder.spec().key(ServiceAccounts.AUTOMOUNT);
        cuts.put(holder.workload(), edits -> edits.in(holder.workload()).set(at, NO));
      }
      finding
          .filter(f -> FixOffer.of(f).isOpen() && !f.finding().fixes().isEmpty())
          .ifPresent(f -> {
            own.add(f);
            Fix fix = f.finding().fixes().getFirst();
            cuts.put(holder.workload(), edits -> fix.plan().ask(edits.in(holder.workload())));
          });
    }
    // a chain stays while a workload that needs its token has it
    int all = (int) mounting.stream().map(TokenHolder::workload).distinct().count();
    String count = cuts.size() < all ? cuts.size() + " of " + all : Integer.toString(cuts.size());
    String title = all > 1 ? "Mount no token (%s)".formatted(count) : "Mount no token";
    if (cuts.size() == 1 && own.size() == 1) {
      return Optional.of(new HopCut(hop, title, 1, List.of(FixOffer.of(own.getFirst()))));
    }
    Fix.Across plan = edits -> cuts.values().forEach(cut -> cut.accept(edits));
    boolean safe =
        own.size() == cuts.size() && own.stream().allMatch(f -> f.finding().safeFix().isPresent());
    Fix fix = safe ? Fix.safeAcross(title, UNUSED, plan) : Fix.reviewAcross(title, USED, plan);
    return own.stream()
        .findFirst()
        .or(() -> carrier(chain, hop))
        .filter(_ -> !cuts.isEmpty())
        .map(f -> new HopCut(hop, title, cuts.size(), List.of(new FixOffer(f, List.of(fix)))));
  }

  /** Whether a field decides on the token; a volume of it is mounted whatever the field says. */
  private boolean isByField(TokenHolder holder) {
    return places
        .object(holder.workload())
        .filter(o ->
            o.object().root().document().cursor().at(holder.spec()).get("volumes").items().stream()
                .noneMatch(v -> v.get("projected").exists()))
        .isPresent();
  }

  /** What findings of the hop's object offer at or below its place; fixes first. */
  private List<FixOffer> within(Hop hop, Predicate<LocatedFinding> which) {
    List<FixOffer> here =
        hop.object().flatMap(this::opened).stream()
            .flatMap(this::about)
            .filter(f -> f.finding().path().startsWith(hop.path().orElse(YamlPath.ROOT)))
            .filter(which)
            .map(FixOffer::of)
            .filter(FixOffer::isOpen)
            .toList();
    List<FixOffer> out = new ArrayList<>(here.stream().filter(o -> !o.fixes().isEmpty()).toList());
    here.stream().filter(o -> o.fixes().isEmpty()).forEach(out::add);
    return out;
  }

  /** What the findings of a rule say; the label that stops its power is another hop's cut. */
  private List<FixOffer> narrowing(Hop hop) {
    return within(hop, _ -> true).stream()
        .map(o -> isOf(o.finding(), CREATING) ? new FixOffer(o.finding(), List.of()) : o)
        .toList();
  }

  /** Takes the subject out of the binding; the finding that it is offered for is one of the way. */
  private List<FixOffer> subject(Chain chain, Hop hop) {
    List<FixOffer> own = within(hop, f -> !f.finding().fixes().isEmpty());
    Optional<LocatedObject> binding = hop.object().flatMap(places::object);
    if (!own.isEmpty() || binding.isEmpty() || hop.path().isEmpty()) {
      return own;
    }
    YamlPath path = hop.path().get();
    ObjectRef ref = ObjectRef.of(binding.get().object());
    boolean only = binding.get().object().root().get("subjects").items().size() == 1;
    Fix fix =
        Fix.reviewAcross(
            "Remove the subject from " + ref.label(),
            "manifests do not show if a workload uses these rights",
            (Edits edits) -> edits.in(ref).remove(only ? path.parent() : path));
    return carrier(chain, hop).map(f -> List.of(new FixOffer(f, List.of(fix)))).orElse(List.of());
  }

  /**
   * What is found about the rights along an open chain, first of the rules, and is not accepted.
   */
  Optional<LocatedFinding> finding(Chain chain) {
    if (chain.outcome() != Chain.Outcome.REACHES) {
      return Optional.empty();
    }
    return Stream.of(Hop.Kind.ROLE, Hop.Kind.BINDING)
        .flatMap(kind -> chain.hops().stream().filter(h -> h.kind() == kind))
        .flatMap(hop -> within(hop, f -> f.finding().control().family() == Family.RBAC).stream())
        .map(FixOffer::finding)
        .findFirst();
  }

  /** The first finding from a hop on that tells of the rights which bindings give. */
  private Optional<LocatedFinding> carrier(Chain chain, Hop hop) {
    return chain.hops().stream()
        .skip(chain.hops().indexOf(hop))
        .flatMap(h -> h.object().flatMap(this::opened).stream())
        .flatMap(this::about)
        .filter(f -> f.finding().control().family() == Family.RBAC)
        .findFirst();
  }
}
