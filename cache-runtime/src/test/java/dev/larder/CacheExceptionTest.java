package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CacheExceptionTest {
  private static final IOException CAUSE = new IOException("reset");

  @Test
  void aStoresFaultNamesTheStoreAndMayPass() {
    List<CacheException> faults =
        List.of(
            new CacheConnectionException("no connection", "redis", CAUSE),
            new CacheTimeoutException("no answer in 300 ms", "redis", CAUSE));
    for (CacheException fault : faults) {
      assertThat(fault.isRetryable()).isTrue();
      assertThat(fault.storeName()).isEqualTo("redis");
      assertThat(fault).hasCause(CAUSE);
    }
  }

  @Test
  void whatIsWrongInTheCallStaysWrong() {
    List<CacheException> faults =
        List.of(
            new CacheConfigurationException("no such chain", CAUSE),
            new CacheValidationException("no such part", CAUSE),
            new CacheCodecException("no such class", CAUSE));
    for (CacheException fault : faults) {
      assertThat(fault.isRetryable()).isFalse();
      assertThat(fault.storeName()).isNull();
      assertThat(fault).hasMessageStartingWith("no such ").hasCause(CAUSE);
    }
    assertThat(new CacheCodecException("no such class")).hasNoCause();
  }
}
