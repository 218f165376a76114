package dev.larder.processor.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearNameTest {
  @ParameterizedTest
  @CsvSource({
    "usrId, userId",
    "userid, userId",
    "uesrId, userId",
    "userIds, userId",
    "usrId, 'userId'",
    "i, id",
    "ids, id"
  })
  void aSlipOfTheFingerIsFound(String given, String meant) {
    assertThat(NearName.of(given, List.of("requestId", meant, "region"))).contains(meant);
  }

  @Test
  void anotherWordIsNotTakenForASlip() {
    assertThat(NearName.of("name", List.of("id", "region", "userId"))).isEmpty();
  }

  @Test
  void theNearestOfSeveralIsFoundWhateverTheirOrder() {
    assertThat(NearName.of("user1", List.of("user12", "user1x", "user2", "User1")))
        .contains("User1");
    assertThat(NearName.of("user1", List.of("user3", "user2"))).contains("user2");
  }

  @Test
  void aHintNamesTheNearOneOrAllThereAre() {
    assertThat(NearName.hint("usrId", List.of("userId", "x")))
        .isEqualTo("Did you mean \"userId\"?");
    assertThat(NearName.hint("name", List.of("id", "of"))).isEqualTo("There is: id, of.");
    assertThat(NearName.hint("name", List.of())).isEmpty();
  }
}
