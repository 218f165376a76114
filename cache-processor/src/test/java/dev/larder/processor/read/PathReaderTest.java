package dev.larder.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.auto.common.MoreTypes;
import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.PathModel;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PathReaderTest {
  private static final String TYPES =
      "record User(long id, Address address) {}\n"
          + "abstract class Address {\n"
          + "  public abstract String getStreet();\n"
          + "  public abstract boolean isHome();\n"
          + "  public abstract String getURL();\n"
          + "  public abstract Integer number();\n"
          + "  int level;\n"
          + "  private int zip;\n"
          + "  public int getZip() { return zip; }\n"
          + "}\n"
          + "interface Held<T extends User> { T held(); }\n";

  @ParameterizedTest
  @CsvSource({
    "user, user, test.User",
    "user.id, user.id(), long",
    "user.address.street, user.address().getStreet(), java.lang.String",
    "user.address.getStreet, user.address().getStreet(), java.lang.String",
    "user.address.home, user.address().isHome(), boolean",
    "user.address.URL, user.address().getURL(), java.lang.String",
    "user.address.number, user.address().number(), java.lang.Integer",
    "user.address.level, user.address().level, int",
    "user.address.zip, user.address().getZip(), int",
    "held.held.id, held.held().id(), long",
    "bound.id, bound.id(), long",
    "result, result, test.User",
    "result.id, result.id(), long",
  })
  void aPathIsReadStepByStep(String path, String source, String type) {
    PathModel model = read(path);
    assertThat(source(model)).isEqualTo(source);
    assertThat(TypeText.of(model.type())).isEqualTo(type);
    assertThat(model.fromResult()).isEqualTo(path.startsWith("result"));
  }

  @Test
  void aPrimitiveBehindAReferenceMayBeNull() {
    assertThat(read("user.id").isNullable()).isTrue();
    assertThat(read("number").isNullable()).isFalse();
    assertThat(read("user").isNullable()).isTrue();
  }

  private static PathModel read(String path) {
    return Probe.look(
        "<B extends User> Optional<User> find("
            + "User user, Held<? extends User> held, B bound, long number);",
        TYPES,
        (environment, subject) -> read(path, environment, subject));
  }

  private static PathModel read(
      String path, ProcessingEnvironment environment, TypeElement subject) {
    ExecutableElement method = ElementFilter.methodsIn(subject.getEnclosedElements()).get(0);
    PathReader.Start start =
        new PathReader.Start(method, MoreTypes.asExecutable(method.asType()), true);
    return new PathReader(
            environment.getTypeUtils(),
            environment.getElementUtils(),
            subject,
            new ParameterNames(unused -> true))
        .read(path, start, Place.of(method), new Problems())
        .orElseThrow();
  }

  private static String source(PathModel path) {
    return path.steps().stream()
        .map(step -> "." + step.source())
        .collect(Collectors.joining("", path.root(), ""));
  }
}
