package dev.zonewright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.catalogue.ControlCatalogue;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rows rest on controls that there are. */
class ControlsOfRowsTest {
  @Test
  void everyRowRestsOnControlsOfTheCatalogue() throws IllegalAccessException {
    Set<String> known =
        ControlCatalogue.all().stream().map(c -> c.info().id()).collect(Collectors.toSet());
    List<Field> fields = Arrays.asList(Controls.class.getDeclaredFields());
    assertThat(fields).hasSizeGreaterThan(20);
    for (Field field : fields) {
      assertThat(known).as(field.getName()).contains((String) field.get(null));
    }
  }
}
