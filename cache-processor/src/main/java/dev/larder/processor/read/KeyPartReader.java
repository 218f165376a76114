package dev.larder.processor.read;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.PartModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Finds the key part that {@code @KeyedBy} names for a type: on the service type, then on its
 * package, then on the type itself.
 */
final class KeyPartReader {
  private static final String KEYED_BY = "dev.larder.annotation.KeyedBy";
  private static final String KEY_PART = "dev.larder.KeyPart";

  private final Types types;
  private final Elements elements;
  private final TypeElement service;
  private final KeyPartFitness fitness;

  KeyPartReader(Types types, Elements elements, TypeElement service) {
    this.types = types;
    this.elements = elements;
    this.service = service;
    this.fitness = new KeyPartFitness(service);
  }

  /** What was found: nothing, a part, or a key part that cannot be used. */
  record Answer(boolean isFound, Optional<PartModel> part) {
    static final Answer NONE = new Answer(false, Optional.empty());
    static final Answer UNFIT = new Answer(true, Optional.empty());
  }

  /** The key part of a type. Problems are told at {@code place}. */
  Answer of(DeclaredType type, Place place, Problems problems) {
    TypeElement element = MoreTypes.asTypeElement(type);
    Stream<Element> levels =
        Stream.concat(enclosing(service), Stream.of(MoreElements.getPackage(service), element));
    return levels
        .distinct()
        .map(level -> at(level, type, place, problems))
        .filter(Answer::isFound)
        .findFirst()
        .orElse(Answer.NONE);
  }

  private static Stream<Element> enclosing(TypeElement service) {
    return Stream.<Element>iterate(service, MoreElements::isType, Element::getEnclosingElement);
  }

  private Answer at(Element level, DeclaredType type, Place place, Problems problems) {
    List<DeclaredType> fitting = new ArrayList<>();
    for (DeclaredType candidate : named(level)) {
      Optional<TypeMirror> keyed = keyed(candidate);
      if (keyed.isEmpty()) {
        problems.add(
            Problem.KEY_PART_UNFIT, place, TypeText.of(candidate), "it implements no KeyPart<T>");
      } else if (types.isSameType(types.erasure(keyed.get()), types.erasure(type))) {
        fitting.add(candidate);
      } else if (level.equals(type.asElement())) {
        problems.add(
            Problem.KEY_PART_UNFIT,
            place,
            TypeText.of(candidate),
            "it is a KeyPart<" + TypeText.of(keyed.get()) + ">, not one of " + TypeText.of(type));
      }
    }
    if (fitting.size() > 1) {
      problems.add(
          Problem.KEY_PART_TWICE,
          place,
          TypeText.of(type),
          level,
          TypeText.of(fitting.get(0)),
          TypeText.of(fitting.get(1)));
    }
    if (!fitting.isEmpty()) {
      return checked(fitting.get(0), type, place, problems);
    }
    // What the type says of itself was told to be wrong: that it has no text needs no telling.
    boolean isTold = level.equals(type.asElement()) && !named(level).isEmpty();
    return isTold ? Answer.UNFIT : Answer.NONE;
  }

  private Answer checked(DeclaredType keyPart, DeclaredType type, Place place, Problems problems) {
    Optional<String> unfit = fitness.lack(MoreTypes.asTypeElement(keyPart));
    if (unfit.isPresent()) {
      problems.add(Problem.KEY_PART_UNFIT, place, TypeText.of(keyPart), unfit.get());
      return Answer.UNFIT;
    }
    String name = MoreTypes.asTypeElement(type).getQualifiedName().toString();
    return new Answer(true, Optional.of(new PartModel.Keyed(type, name, keyPart)));
  }

  /** The classes that {@code @KeyedBy} names here. */
  private static List<DeclaredType> named(Element level) {
    Optional<AnnotationMirror> annotation =
        MoreElements.getAnnotationMirror(level, KEYED_BY).toJavaUtil();
    List<DeclaredType> named = new ArrayList<>();
    annotation.ifPresent(
        found -> {
          Object value = AnnotationMirrors.getAnnotationValue(found, "value").getValue();
          for (Object item : value instanceof List<?> list ? list : List.of()) {
            if (((AnnotationValue) item).getValue() instanceof DeclaredType type
                && type.getKind() == TypeKind.DECLARED) {
              named.add(type);
            }
          }
        });
    return named;
  }

  /** The {@code T} of the {@code KeyPart<T>} that a class implements. */
  private Optional<TypeMirror> keyed(DeclaredType candidate) {
    TypeElement keyPart = elements.getTypeElement(KEY_PART);
    if (keyPart == null) {
      return Optional.empty();
    }
    return Supertypes.of(candidate, types)
        .filter(type -> MoreTypes.asTypeElement(type).equals(keyPart))
        .filter(type -> !type.getTypeArguments().isEmpty())
        .<TypeMirror>map(type -> type.getTypeArguments().get(0))
        .findFirst();
  }
}
