package dev.zonewright.kube.custom;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fields that look like a pod's in YAML or JSON that stands as a text in a field. */
final class TextFields {
  /** A text without any of these words need not be read as YAML. */
  private static final Pattern WORTH_READING =
      Pattern.compile(
          Stream.of(
                  Stream.of(FieldNames.IN_A_TEXT.pattern()),
                  FieldMarks.words().stream(),
                  FieldMarks.LISTS.stream().sorted())
              .flatMap(words -> words)
              .collect(Collectors.joining("|")),
          Pattern.CASE_INSENSITIVE);

  /** A line of a manifest that is no YAML before it is filled in. */
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^[ \\t]*(?:- )?\"?(?<field>\\w+)\"?: *(?<value>[^#\\r\\n]*?),? *(?:#.*)?$");

  private static final Pattern OBJECT =
      Pattern.compile("(?ms)^[ \\t]*(?:- )?\"?(?:apiVersion|kind)\"?:");

  private TextFields() {}

  /** Where they stand, as steps below the field that holds the text. */
  static List<YamlPath> in(YamlCursor at, boolean change) {
    String text = at.string().orElse("");
    boolean patch = at.key().equals(PodPatches.FIELD);
    // one line is YAML only where it is JSON
    boolean structured =
        patch || text.indexOf('\n') >= 0 || text.startsWith("{") || text.startsWith("[");
    if (patch && text.startsWith("{{")) {
      return List.of(at.path());
    }
    if (!structured || !WORTH_READING.matcher(text).find()) {
      return List.of();
    }
    List<YamlPath> out = new ArrayList<>();
    for (YamlStream.Part part : YamlStream.parse(text).parts()) {
      YamlCursor root = part.document().cursor();
      if (part.document().problem().isPresent()) {
        if (patch || isManifest(text)) {
          out.add(at.path());
        }
      } else if (root.isMapping() || root.isSequence()) {
        UnreadFields.inText(root, change || patch)
            .forEach(path -> out.add(TextPods.below(at, path)));
      }
    }
    return out.stream().distinct().toList();
  }

  /** What a patch of pods that controls read leaves to whoever fills it in. */
  static List<YamlPath> notFilledIn(YamlCursor at) {
    if (!at.isScalar() || !at.key().equals(PodPatches.FIELD) || !at.raw().contains("{{")) {
      return List.of();
    }
    YamlCursor root = YamlStream.parse(at.raw()).parts().getFirst().document().cursor();
    return UnreadFields.inText(root, true).stream()
        .filter(path -> UnknownValue.isPlaceholder(root.at(path)))
        .map(path -> TextPods.below(at, path))
        .toList();
  }

  /**
   * Whether a text that is no YAML yet, such as a template, is a manifest or the values of a chart
   * with a field that matters. Programs that print a manifest, and prose, are none.
   */
  private static boolean isManifest(String text) {
    return (text.contains("{{") || OBJECT.matcher(text).find())
        && LINE.matcher(text)
            .results()
            .anyMatch(line -> isOpen(line.group("field"), line.group("value")));
  }

  private static boolean isOpen(String field, String value) {
    return FieldNames.isSwitch(field)
        ? value.replace("\"", "").equalsIgnoreCase("true") || value.startsWith("{{")
        : FieldNames.isMark(field) && !value.equals("{}");
  }
}
