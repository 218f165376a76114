package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is told, and that a listener's own fault ends with it. */
class EventsTest {
  private static final CacheEvent EVENT = new CacheEvent.ChannelSound("users");

  @Test
  void everyListenerIsToldInTheOrderInWhichTheyWereGiven() {
    List<String> heard = new ArrayList<>();
    Events.of(List.of(event -> heard.add("first " + event), event -> heard.add("second")))
        .tell(EVENT);
    assertThat(heard).containsExactly("first ChannelSound[cache=users]", "second");
  }

  @Test
  void aListenerThatThrowsKeepsNobodyElseFromHearing() {
    List<CacheEvent> heard = new ArrayList<>();
    Events events =
        new Events(
            List.of(
                event -> {
                  throw new AssertionError("a listener's own");
                },
                heard::add));
    events.tell(EVENT);
    events.tell(EVENT);
    assertThat(heard).containsExactly(EVENT, EVENT);
  }
}
