package dev.zonewright.kube.valid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules with the answers that an API server gives. */
class CronScheduleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "61 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * 32 * *",
        "* * * 13 *",
        "* * * 0 *",
        "* * * * 7",
        "0 0 * * 1-7",
        "*/0 * * * *",
        "5-1 * * * *",
        "0 0 * * fri-mon",
        "a * * * *",
        "* * * * Sunday",
        "1-2-3 * * * *",
        "1/2/3 * * * *",
        "-1 * * * *",
        "60/5 * * * *",
        "1- * * * *",
        "*/ * * * *",
        "*/-1 * * * *",
        "*5 * * * *",
        "0 0 L * *",
        "0 0 * * 1#2",
        "H * * * *",
        "99999999999999999999 * * * *",
        "* * * *",
        "* * * * * *",
        "@Daily",
        "@reboot",
        "@every",
        "@every 1",
        "@every  1h",
        "@every 1d",
        "{{ x }}"
      })
  void refused(String schedule) {
    assertThat(CronSchedule.problem(schedule)).isPresent();
  }

  @Test
  void whatIsWrongIsASentence() {
    assertThat(CronSchedule.problem("H * * * *"))
        .hasValueSatisfying(
            words -> assertThat(words).startsWith("“H” is not valid for the minute: use "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* * * * *",
        "*/5 * * * *",
        "5/10 * * * *",
        "*/100 * * * *",
        "1-5 * * * *",
        "1,2,3 * * * *",
        "1,,2 * * * *",
        "0-59/5 * * * *",
        "* * * * 6",
        "* * * jan *",
        "* * * JAN-feb mon-fri",
        "0 0 * * sun-sat",
        "? * * * ?",
        "*-5 * * * *",
        "+1 * * * *",
        "00 00 * * *",
        "0 0 31 2 *",
        " * * * * * ",
        "*\t* * * *",
        "@daily",
        "@hourly",
        "@midnight",
        "@annually",
        "@yearly",
        "@weekly",
        "@monthly",
        "@every 1h",
        "@every 1h30m",
        "@every -5m",
        "@every 0.5h",
        "@every 1us"
      })
  void taken(String schedule) {
    assertThat(CronSchedule.problem(schedule)).isEmpty();
  }
}
