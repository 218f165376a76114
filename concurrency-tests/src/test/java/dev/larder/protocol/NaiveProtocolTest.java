package dev.larder.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each guard of the protocol is needed: left out, the search finds what goes wrong. */
@TestInstance(Lifecycle.PER_CLASS)
class NaiveProtocolTest {
  private final Table table = new Table("naive");

  @ParameterizedTest
  @EnumSource(Flaw.class)
  void withoutItsGuardAPromiseBreaksAndWithItNone(Flaw flaw) {
    Bounds bounds = NaiveProtocols.bounds(flaw);
    Finding naive = Search.within(bounds.named(words(flaw)).without(flaw));
    Finding ours = Search.within(bounds.named("  the same with the guard"));
    table.add(naive);
    table.add(ours);
    assertThat(naive.broken()).isEqualTo(NaiveProtocols.broken(flaw));
    assertThat(ours.trace()).isEmpty();
  }

  /** What no engine can mend: of a store without leases, less is promised. */
  @Test
  void withoutLeasesTheFillOfOneProcessOutlivesTheWriteOfAnother() {
    Bounds bounds =
        Bounds.of("no leases, two processes", PlainModel::new)
            .worker(0, Operation.READ)
            .worker(1, Operation.EVICT)
            .most(Budget.WRITE, 1);
    Finding finding = Search.within(bounds);
    table.add(finding);
    assertThat(finding.broken()).isEqualTo(Promise.STORE_FRESH);
  }

  private static String words(Flaw flaw) {
    return flaw.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  @AfterAll
  void print() throws IOException {
    table.print();
  }
}
