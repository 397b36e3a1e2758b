package dev.zonewright.report;

import dev.zonewright.kube.network.Answer;
import dev.zonewright.kube.network.Opening;
import dev.zonewright.kube.network.Side;
import dev.zonewright.kube.network.Steps;
import dev.zonewright.risk.Evidence.Place;
import java.util.Optional;
import java.util.stream.Stream;

/** Names in a few words what decides an answer. */
public final class ReachDecision {
  private ReachDecision() {}

  /** The rule or policy that decides, or why nothing is sure; empty where nothing does. */
  public static Optional<String> of(Answer answer) {
    return switch (answer.outcome()) {
      case UNDETERMINED -> answer.because().stream().findFirst();
      case ALLOWED -> Optional.of(opened(answer));
      case DENIED, NOT_OPENED ->
          sides(answer)
              .filter(s -> s.open().sure().isEmpty())
              .flatMap(s ->
                  refusal(s)
                      .map(rule -> Steps.rule(rule, s.direction()))
                      .or(() ->
                          s.selecting().stream()
                              .findFirst()
                              .map(p -> Steps.name(p) + ", " + s.direction().word()))
                      .stream())
              .findFirst();
    };
  }

  private static String opened(Answer answer) {
    for (Side side : sides(answer).toList()) {
      Optional<Opening> first = side.openings().stream().findFirst();
      if (first.isPresent()) {
        return Steps.rule(first.get(), side.direction());
      }
    }
    return "no policy isolates it";
  }

  /** Where that is written: the rule that opens, or the policy that does not; empty for neither. */
  public static Optional<Place> place(Answer answer, ObjectPlaces places) {
    if (answer.outcome() == Answer.Outcome.ALLOWED) {
      return sides(answer)
          .flatMap(s -> s.openings().stream())
          .findFirst()
          .flatMap(first -> places.of(first.policy(), Optional.of(first.path())));
    }
    return sides(answer)
        .filter(s -> s.open().sure().isEmpty())
        .filter(s -> refusal(s).isPresent() || !s.selecting().isEmpty())
        .findFirst()
        .flatMap(s ->
            refusal(s).isPresent()
                ? refusal(s).flatMap(rule -> places.of(rule.policy(), Optional.of(rule.path())))
                : places.of(s.selecting().getFirst(), Optional.empty()));
  }

  /** The rule of an administrator that surely refuses: it is asked before every NetworkPolicy. */
  private static Optional<Opening> refusal(Side side) {
    return side.refusals().stream().filter(Opening::sure).findFirst();
  }

  private static Stream<Side> sides(Answer answer) {
    return Stream.of(answer.egress(), answer.ingress()).flatMap(Optional::stream);
  }
}
