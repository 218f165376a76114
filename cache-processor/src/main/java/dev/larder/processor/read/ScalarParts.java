package dev.larder.processor.read;

import com.google.auto.common.MoreTypes;
import dev.larder.processor.model.PartModel;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The types that have a constant in {@code PartTypes}. */
final class ScalarParts {
  /** A constant's name, the part's name, and whether a value is its own key. */
  private record Constant(String name, String part, boolean isOwnKey) {}

  private static final Map<String, Constant> BY_TYPE = constants();

  private ScalarParts() {}

  /** The part of this type, if it is a primitive, a box, or one of the types with a constant. */
  static Optional<PartModel> of(TypeMirror type, Types types) {
    DeclaredType declared =
        type.getKind().isPrimitive()
            ? MoreTypes.asDeclared(types.boxedClass(MoreTypes.asPrimitiveType(type)).asType())
            : MoreTypes.asDeclared(type);
    String name = MoreTypes.asTypeElement(declared).getQualifiedName().toString();
    return Optional.ofNullable(BY_TYPE.get(name))
        .map(found -> new PartModel.Scalar(type, found.name, found.part, found.isOwnKey));
  }

  private static Map<String, Constant> constants() {
    Map<String, Constant> constants = new HashMap<>();
    for (String box : new String[] {"Boolean", "Byte", "Short", "Long", "Float", "Double"}) {
      String primitive = box.toLowerCase(Locale.ROOT);
      constants.put("java.lang." + box, new Constant(upper(box), primitive, true));
    }
    constants.put("java.lang.Integer", new Constant("INT", "int", true));
    constants.put("java.lang.Character", new Constant("CHAR", "char", true));
    constants.put("java.lang.String", new Constant("STRING", "String", true));
    constants.put("java.util.UUID", new Constant("UUID", "UUID", true));
    for (String name :
        new String[] {
          "Instant",
          "LocalDate",
          "LocalTime",
          "LocalDateTime",
          "OffsetTime",
          "OffsetDateTime",
          "ZonedDateTime",
          "Duration",
          "Period",
          "Year",
          "YearMonth",
          "MonthDay",
          "ZoneId",
          "ZoneOffset"
        }) {
      constants.put("java.time." + name, new Constant(upper(name), name, true));
    }
    constants.put("java.math.BigInteger", new Constant("BIG_INTEGER", "BigInteger", false));
    constants.put("java.math.BigDecimal", new Constant("BIG_DECIMAL", "BigDecimal", false));
    constants.put("java.net.URI", new Constant("URI", "URI", false));
    constants.put("java.util.Locale", new Constant("LOCALE", "Locale", false));
    for (String primitive : new String[] {"Int", "Long", "Double"}) {
      constants.put(
          "java.util.Optional" + primitive,
          new Constant(
              upper("Optional" + primitive),
              "optional(" + primitive.toLowerCase(Locale.ROOT) + ")",
              false));
    }
    return Map.copyOf(constants);
  }

  private static String upper(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }
}
