package dev.zonewright.catalogue.manifest;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Reporter.FindingBuilder;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ServiceAccounts;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.kube.schema.FieldAdvice;
import dev.zonewright.kube.schema.Mismatch;
import dev.zonewright.kube.schema.SchemaCheck;
import dev.zonewright.kube.secret.Masked;
import dev.zonewright.text.Excerpt;
import dev.zonewright.text.Hidden;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.edit.YamlEditor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fields: every key of an object of Kubernetes' own kinds. Accepted: those that the kind has in
 * that place, as an API server of Kubernetes 1.36 decodes them. Strict validation, the default of
 * {@code kubectl apply} since 1.27, refuses any other; without it the key is dropped without a
 * word, and what it was meant to set is not set.
 */
public final class UnknownField implements Control.OnObject {
  /** Mappings that mean the same when they are not there as when they are empty. */
  private static final Set<String> NOTHING_WHEN_EMPTY =
      Set.of("securityContext", "capabilities", "resources", "limits", "requests");

  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(UnknownField.class),
          Family.MANIFEST,
          "Unknown field",
          "A key that the kind does not have in that place has no effect",
          Severity.MEDIUM,
          EderaEffect.OPERATOR,
          List.of("Kubernetes: field validation", "Kubernetes: API reference"));

  private static final int LONGEST_SHOWN = 80;

  /** More than these values, or so long a text, is not removed in one stroke. */
  private static final int FEW = 5;

  private static final int SHORT = 400;

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    for (Mismatch mismatch : SchemaCheck.of(object)) {
      if (mismatch instanceof Mismatch.UnknownField unknown
          && !isOthers(unknown, object)
          && !Patch.isInstruction(unknown.key())) {
        report(unknown, object.root().document().cursor(), reporter);
      }
    }
  }

  /** The token setting on a Namespace has a control of its own, which also puts it right. */
  private static boolean isOthers(Mismatch.UnknownField unknown, KubeObject object) {
    return unknown.key().equals(ServiceAccounts.AUTOMOUNT)
        && ServiceAccounts.automountOn(object).stream()
            .anyMatch(at -> at.path().equals(unknown.path()));
  }

  private static void report(
      Mismatch.UnknownField unknown, YamlCursor document, Reporter reporter) {
    YamlCursor at = document.at(unknown.path());
    FieldAdvice advice = FieldAdvice.on(unknown, document);
    FindingBuilder finding =
        reporter
            .violated(at, message(unknown, advice))
            .container(SchemaPlaces.container(document, unknown.path()))
            .guidance(guidance(unknown, at, advice));
    if (!Widening.isIn(at) || looksRight(unknown, advice)) {
      moved(at, advice, document).ifPresent(finding::fix);
    }
    if (!looksRight(unknown, advice) && values(at, FEW + 1) <= FEW) {
      finding.fix(
          Fix.review(
              "Remove " + shown(unknown),
              "it has no effect, but was intended to have one",
              editor -> editor.remove(whole(editor, unknown.path()))));
    }
  }

  /**
   * A key that looks like the right one, but for a character that nobody sees. Whoever reads the
   * manifest takes it to be in force, so it is put right and never removed.
   */
  private static boolean looksRight(Mismatch.UnknownField unknown, FieldAdvice advice) {
    return advice instanceof FieldAdvice.Rename(String name, boolean _)
        && Hidden.without(unknown.key()).equals(name);
  }

  /** How many values stand in an entry, counted up to a most; a long text is as many as that. */
  private static int values(YamlCursor at, int most) {
    if (at.isScalar() || !at.exists()) {
      return at.raw().length() > SHORT ? most : 1;
    }
    int found = 1;
    for (YamlCursor below : at.isMapping() ? at.entries() : at.items()) {
      if (found > most) {
        break;
      }
      found += values(below, most - found + 1);
    }
    return found;
  }

  private static String message(Mismatch.UnknownField unknown, FieldAdvice advice) {
    String key = shown(unknown);
    String what =
        "%s has no field %s, so this has no effect".formatted(unknown.holder().type().name(), key);
    return switch (advice) {
      case FieldAdvice.Rename(String name, boolean _) -> what + ": did you mean " + name + "?";
      case FieldAdvice.Belongs(String place, List<YamlPath> _) ->
          what + " here: it belongs in " + place;
      case FieldAdvice.None _ -> what;
    };
  }

  private static String shown(Mismatch.UnknownField unknown) {
    return Excerpt.of(Masked.within(unknown.key()), LONGEST_SHOWN);
  }

  private static String guidance(Mismatch.UnknownField unknown, YamlCursor at, FieldAdvice advice) {
    if (looksRight(unknown, advice)) {
      return "It only looks right: it contains an invisible character. Under the right name, "
          + "everything below it takes effect; review the result.";
    }
    if (advice instanceof FieldAdvice.None && values(at, FEW + 1) > FEW) {
      return "There is a lot below it, so it is not removed automatically: move it where it "
          + "belongs, or remove it by hand.";
    }
    return Widening.isIn(at) && !(advice instanceof FieldAdvice.None)
        ? "In the right place it would take effect and widen what the workload may do: put it "
            + "there only if that is intended."
        : "";
  }

  private static Optional<Fix> moved(YamlCursor at, FieldAdvice advice, YamlCursor document) {
    YamlPath from = at.path();
    return switch (advice) {
      case FieldAdvice.Rename(String name, boolean _)
          when at.parent().map(p -> p.get(name).exists()).orElse(true) ->
          Optional.empty();
      case FieldAdvice.Rename(String name, boolean onlyLetterCase) -> {
        String title = "Rename " + at.key() + " to " + name;
        Fix.Plan plan = editor -> editor.rename(from, name);
        yield Optional.of(
            Fix.review(title, "under the right key it takes effect, as intended", plan));
      }
      case FieldAdvice.Belongs(String place, List<YamlPath> to) -> {
        List<YamlPath> free = to.stream().filter(t -> !document.at(t).exists()).toList();
        Optional<YamlValue> value =
            at.node().flatMap(SchemaPlaces::copyOf).map(copy -> fitting(copy, to));
        yield free.isEmpty() || value.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Fix.review(
                    "Move " + at.key() + " to " + place,
                    "in the right place it takes effect",
                    editor -> {
                      YamlPath whole = whole(editor, from);
                      free.forEach(target -> {
                        editor.set(target, value.get());
                        editor.copyComments(whole, target);
                      });
                      editor.remove(whole);
                    }));
      }
      case FieldAdvice.None _ -> Optional.empty();
    };
  }

  /** A number in quotes, as a port was under its earlier name, fits no field for numbers. */
  private static YamlValue fitting(YamlValue value, List<YamlPath> to) {
    boolean isNumber =
        to.stream().anyMatch(p -> p.last() instanceof YamlPath.Key(String k) && k.equals("number"));
    return isNumber && value instanceof YamlValue.Text(String digits) && digits.length() < 6
        ? YamlValue.of(Long.parseLong(digits))
        : value;
  }

  /** A key, or what it would leave empty if it were removed, where that says nothing. */
  private static YamlPath whole(YamlEditor editor, YamlPath path) {
    YamlPath whole = path;
    while (!whole.isRoot() && isEmptiedWith(editor, whole.parent())) {
      whole = whole.parent();
    }
    return whole;
  }

  private static boolean isEmptiedWith(YamlEditor editor, YamlPath holder) {
    if (holder.isRoot()
        || !(holder.last() instanceof YamlPath.Key(String name))
        || !NOTHING_WHEN_EMPTY.contains(name)) {
      return false;
    }
    YamlCursor at = editor.at(holder);
    // what has an anchor may stand elsewhere too
    return at.entries().size() == 1 && at.node().filter(n -> n.anchor() == null).isPresent();
  }
}
