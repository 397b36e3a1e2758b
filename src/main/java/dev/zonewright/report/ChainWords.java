package dev.zonewright.report;

import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.chain.Chain;
import dev.zonewright.kube.access.chain.Hop;
import dev.zonewright.risk.Evidence.Place;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** Writes the ways of an account to a power: each hop with its line and its cut. */
final class ChainWords {
  private final ObjectPlaces places;

  ChainWords(ObjectPlaces places) {
    this.places = places;
  }

  /**
   * A chain and others to the same power.
   *
   * @param whole whether a person reads the others hop by hop
   */
  record Told(Chain chain, List<Chain> others, boolean whole) {
    Told {
      others = List.copyOf(others);
    }
  }

  /** What powers have in common that the same way leads to. */
  private record Same(Chain.Outcome outcome, String because, List<Hop> way, int others) {
    static Same of(Told told) {
      Chain chain = told.chain();
      return new Same(chain.outcome(), chain.because(), beforePower(chain), told.others().size());
    }
  }

  /** Writes all of an account; powers that the same way leads to are one block. */
  void text(List<Told> all, PrintWriter out) {
    Map<Same, List<Told>> blocks =
        all.stream()
            .collect(Collectors.groupingBy(Same::of, LinkedHashMap::new, Collectors.toList()));
    for (List<Told> block : blocks.values()) {
      if (block.size() == 1 || block.getFirst().whole()) {
        block.forEach(told -> text(told, out));
      } else {
        folded(block, out);
      }
    }
  }

  /** The hops before the power itself. */
  private static List<Hop> beforePower(Chain chain) {
    return chain.hops().stream().filter(h -> h.kind() != Hop.Kind.POWER).toList();
  }

  private void folded(List<Told> block, PrintWriter out) {
    Chain first = block.getFirst().chain();
    List<Hop> way = beforePower(first);
    head(first, "chain to each of %d powers".formatted(block.size()), out);
    hops(way, out);
    int number = way.size() + 1;
    for (Told told : block) {
      Power power = told.chain().power();
      String before = told.chain().hops().size() == way.size() ? "" : number + ". ";
      out.print("      " + Printable.brief(before + power.id() + ": " + power.words()) + "\n");
    }
    int others = block.getFirst().others().size();
    if (others > 0) {
      String count = ReviewSummary.count(others, "other chain");
      out.print("      and %s to each: see --power POWER\n".formatted(count));
    }
  }

  private void text(Told told, PrintWriter out) {
    String power = told.chain().power().id();
    text(told.chain(), "chain to " + power, out);
    if (told.whole()) {
      told.others().forEach(other -> text(other, "another chain to " + power, out));
    } else if (!told.others().isEmpty()) {
      String count = ReviewSummary.count(told.others().size(), "other chain");
      out.print("      and %s: see --power %s\n".formatted(count, power));
    }
  }

  private void text(Chain chain, String what, PrintWriter out) {
    head(chain, what, out);
    hops(chain.hops(), out);
  }

  private static void head(Chain chain, String what, PrintWriter out) {
    String because = chain.because().isEmpty() ? "" : " (" + chain.because() + ")";
    String head = "%s: %s%s".formatted(what, words(chain), because);
    out.print("  " + Printable.brief(head) + "\n");
  }

  private void hops(List<Hop> hops, PrintWriter out) {
    int number = 1;
    for (Hop hop : hops) {
      String text = hop.text().isEmpty() ? "" : ": " + hop.text();
      String place = place(hop).map(p -> " (" + p + ")").orElse("");
      String cut = hop.cut().map(c -> "; cut: " + c).orElse("");
      String line = "%d. %s%s%s%s".formatted(number++, hop.title(), text, place, cut);
      out.print("      " + Printable.brief(line) + "\n");
    }
  }

  private static String words(Chain chain) {
    return switch (chain.outcome()) {
      case REACHES -> "reaches it in " + ReviewSummary.count(chain.hops().size(), "hop");
      case STOPPED -> "stopped by " + chain.hops().getLast().title();
      case UNDETERMINED -> "undetermined";
      case NONE -> "none known";
    };
  }

  private Optional<Place> place(Hop hop) {
    return hop.object().flatMap(o -> places.of(o, hop.path()));
  }

  void json(List<Told> chains, JsonGenerator json) {
    json.writeArrayPropertyStart("chains");
    for (Told told : chains) {
      Chain chain = told.chain();
      json.writeStartObject();
      json.writeStringProperty("account", chain.account());
      json.writeStringProperty("power", chain.power().id());
      way(chain, json);
      json.writeArrayPropertyStart("others");
      for (Chain other : told.others()) {
        json.writeStartObject();
        way(other, json);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void way(Chain chain, JsonGenerator json) {
    json.writeStringProperty("outcome", word(chain.outcome()));
    json.writeStringProperty("because", chain.because());
    json.writeArrayPropertyStart("hops");
    for (Hop hop : chain.hops()) {
      json.writeStartObject();
      json.writeStringProperty("kind", word(hop.kind()));
      json.writeStringProperty("title", hop.title());
      json.writeStringProperty("text", hop.text());
      json.writeStringProperty("file", place(hop).map(Place::file).orElse(""));
      json.writeNumberProperty("line", place(hop).map(Place::line).orElse(0));
      json.writeStringProperty("cut", hop.cut().orElse(""));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
