package dev.zonewright.kube.valid;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * When a CronJob runs, read as Kubernetes reads it: five fields, or one of a few words. Other crons
 * know more, such as 7 for Sunday. Source: Kubernetes, CronJob, schedule syntax.
 */
final class CronSchedule {
  private static final Set<String> WORDS =
      Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");

  private static final Pattern EVERY =
      Pattern.compile(
          "@every [+-]?(0|(([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)");

  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{1,9}");

  private static final List<Field> FIELDS =
      List.of(
          new Field("the minute", 0, 59, List.of()),
          new Field("the hour", 0, 23, List.of()),
          new Field("the day of the month", 1, 31, List.of()),
          new Field(
              "the month",
              1,
              12,
              List.of(
                  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                  "dec")),
          new Field(
              "the day of the week",
              0,
              6,
              List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat")));

  private CronSchedule() {}

  /** What is wrong with a schedule; empty for one that Kubernetes takes. */
  static Optional<String> problem(String schedule) {
    if (schedule.startsWith("@")) {
      return WORDS.contains(schedule) || EVERY.matcher(schedule).matches()
          ? Optional.empty()
          : Optional.of(
              "“%s” is not a schedule: use a word such as @daily, “@every” with a duration such as"
                      .formatted(schedule)
                  + " 1h30m, or five fields");
    }
    String[] fields = schedule.strip().split("\\s+");
    if (fields.length != FIELDS.size()) {
      return Optional.of(
          "“%s” must have five fields: minute, hour, day of the month, month, day of the week"
              .formatted(schedule));
    }
    for (int i = 0; i < fields.length; i++) {
      for (String part : fields[i].split(",")) {
        Field field = FIELDS.get(i);
        if (!part.isEmpty() && !field.takes(part)) {
          return Optional.of(
              "“%s” is not valid for %s: %s".formatted(part, field.name, field.form()));
        }
      }
    }
    return Optional.empty();
  }

  /** One of the five fields, with its range; names stand for numbers from the least on. */
  private record Field(String name, int least, int most, List<String> names) {
    String form() {
      return "use numbers from %d to %d, a range from the lower to the higher, * or a step behind /"
          .formatted(least, most);
    }

    boolean takes(String part) {
      String[] stepped = part.split("/", -1);
      String[] ends = stepped[0].split("-", -1);
      boolean any = ends[0].equals("*") || ends[0].equals("?");
      if (stepped.length > 2 || (!any && ends.length > 2)) {
        return false;
      }
      if (stepped.length == 2 && number(stepped[1]).filter(step -> step > 0).isEmpty()) {
        return false;
      }
      if (any) {
        return true;
      }
      Optional<Integer> first = value(ends[0]);
      Optional<Integer> last =
          ends.length == 2 ? value(ends[1]) : stepped.length == 2 ? Optional.of(most) : first;
      return first.isPresent()
          && last.isPresent()
          && first.get() >= least
          && last.get() <= most
          && first.get() <= last.get();
    }

    private Optional<Integer> value(String text) {
      int named = names.indexOf(text.toLowerCase(Locale.ROOT));
      return named < 0 ? number(text) : Optional.of(named + least);
    }

    private static Optional<Integer> number(String text) {
      return NUMBER.matcher(text).matches()
          ? Optional.of(Integer.parseInt(text))
          : Optional.empty();
    }
  }
}
