package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.internal.config.Sources;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No message, cause or text of an object shows a password, however wrong things are. */
class PasswordsTest {
  private static final String PASSWORD = "hunter2";

  @TempDir private Path directory;

  private Configured given() {
    return new Configured(directory).variable("LARDER_CHAINS_SHELF_CODEC", "text");
  }

  private void assertTellsNothing(Configured given) {
    Throwable thrown = catchThrowable(given::load);
    assertThat(thrown).isInstanceOf(CacheConfigurationException.class);
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain(PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shelf://me:hunter2@:80",
        "shelf://me:hunter2@",
        "shelf://:hunter2@/a b",
        "shelf://:hunter2",
        "shelf://hunter2@ attic:80",
        "shelf://me:@hunter2@:80",
        "shelf://me:hunter2://x@ attic",
        "me:hunter2@attic",
        "shelf:///?password=hunter2"
      })
  void aPasswordInsideAnAddressIsNotTold(String url) {
    assertTellsNothing(given().variable("SHELF_URL", url));
    assertTellsNothing(
        given()
            .properties(
                "larder.chains.shelf.tiers=shelf", "larder.chains.shelf.shelf.port=" + url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shelf://hunter2@attic",
        "shelf://attic:80#hunter2",
        "shelf://attic/hunter2",
        "shelf://attic/0,shelf://attic/hunter2",
        "shelf://me:hunter2/0"
      })
  void aPasswordAtTheWrongPlaceOfAnAddressIsNotTold(String url) {
    assertTellsNothing(
        given()
            .properties(
                "larder.chains.shelf.tiers=shelf", "larder.chains.shelf.shelf.port=" + url));
  }

  @Test
  void thatOfAStoreThatCannotBeOpenedIsNotTold() {
    assertTellsNothing(
        given()
            .properties(
                "larder.chains.deep.tiers=cellar",
                "larder.chains.deep.codec=text",
                "larder.chains.deep.cellar.password=hunter2"));
  }

  @Test
  void thatUnderAMisspeltKeyIsNotTold() {
    assertTellsNothing(given().properties("larder.chains.shelf.shelf.pasword=hunter2"));
    assertTellsNothing(given().variable("LARDER_CHAINS_SHELF_SHELF_PASSWRD", "hunter2"));
    assertTellsNothing(
        given().file("larder.yaml", "larder.chains.shelf.shelf:", "  pasword: hunter2"));
  }

  @Test
  void thatInAFileWhichCannotBeReadIsNotTold() {
    assertTellsNothing(given().file("larder.yaml", "password: 'hunter2", "b: c"));
    assertTellsNothing(given().file("larder.yaml", "password: hunter2: hunter2"));
    assertTellsNothing(given().file("larder.yaml", "password: *hunter2"));
    assertTellsNothing(given().properties("password=hunter2\\u12"));
  }

  @Test
  void noObjectThatHoldsOneShowsIt() {
    Sources sources =
        given().variable("SHELF_PASSWORD", PASSWORD).variable("SHELF_URL", "shelf://x").sources();
    StatedServices services = StatedServices.of(sources);
    assertThat(sources.toString()).doesNotContain(PASSWORD);
    assertThat(services.loaded().settings().toString()).doesNotContain(PASSWORD);
    assertThat(services.loaded().toString()).doesNotContain(PASSWORD);
    assertThat(services.loaded().chain("shelf").toString()).doesNotContain(PASSWORD);
    assertThat(services.store("shelf", "shelf").toString()).doesNotContain(PASSWORD);
  }
}
