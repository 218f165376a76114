package dev.larder.processor.read;

import com.google.auto.common.MoreTypes;
import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.PartModel;
import dev.larder.processor.model.PartModel.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads how a type stands in a key, for the service type whose {@code @KeyedBy} is asked first. */
public final class PartReader {
  private final Types types;
  private final TypeElement service;
  private final KeyPartReader keyParts;
  private final PartMend mend;

  public PartReader(Types types, Elements elements, TypeElement service) {
    this.types = types;
    this.service = service;
    this.keyParts = new KeyPartReader(types, elements, service);
    this.mend = new PartMend(types, elements, service);
  }

  /**
   * The part that a type gives; empty, if it gives none, and then the problem was added.
   *
   * @param type what the part is read from
   * @param path how the user names it: a parameter, or a path
   */
  public Optional<PartModel> read(TypeMirror type, String path, Place place, Problems problems) {
    return new Reading(place, problems).part(type, new Spot(path, false, Optional.empty()));
  }

  /** One part being read, with the records that enclose it. */
  private final class Reading {
    private final Place place;
    private final Problems problems;
    private final List<TypeMirror> enclosing = new ArrayList<>();

    Reading(Place place, Problems problems) {
      this.place = place;
      this.problems = problems;
    }

    Optional<PartModel> part(TypeMirror type, Spot spot) {
      return switch (type.getKind()) {
        case ARRAY ->
            container(type, Container.Kind.ARRAY, ((ArrayType) type).getComponentType(), spot);
        case TYPEVAR ->
            part(((TypeVariable) type).getUpperBound(), spot.variable((TypeVariable) type));
        case WILDCARD -> bounded((WildcardType) type, spot);
        case DECLARED -> declared(MoreTypes.asDeclared(type), spot);
        default -> type.getKind().isPrimitive() ? ScalarParts.of(type, types) : refuse(type, spot);
      };
    }

    private Optional<PartModel> bounded(WildcardType type, Spot spot) {
      return type.getExtendsBound() == null
          ? refuse(type, spot)
          : part(type.getExtendsBound(), spot);
    }

    private Optional<PartModel> declared(DeclaredType type, Spot spot) {
      KeyPartReader.Answer answer = keyParts.of(type, place, problems);
      if (answer.isFound()) {
        return answer.part();
      }
      Optional<PartModel> scalar = ScalarParts.of(type, types);
      return scalar.isPresent() ? scalar : structured(type, spot);
    }

    private Optional<PartModel> structured(DeclaredType type, Spot spot) {
      TypeElement element = MoreTypes.asTypeElement(type);
      Optional<Container.Kind> kind = containerKind(element);
      if (kind.isPresent() && type.getTypeArguments().size() == 1) {
        return container(type, kind.get(), type.getTypeArguments().get(0), spot);
      }
      if (element.getKind() == ElementKind.ENUM) {
        String name = element.getQualifiedName().toString();
        return Optional.of(new PartModel.EnumPart(type, name));
      }
      return element.getKind() == ElementKind.RECORD ? record(type, spot) : refuse(type, spot);
    }

    private Optional<PartModel> container(
        TypeMirror type, Container.Kind kind, TypeMirror of, Spot spot) {
      Optional<PartModel> element = part(of, spot.inside());
      if (element.isPresent() && element.get() instanceof PartModel.RecordPart) {
        return refuse(
            of,
            spot,
            "a record inside " + TypeText.of(type) + " cannot be flattened; " + mend.keyPart(of));
      }
      return element.map(part -> new Container(type, kind, part));
    }

    private Optional<PartModel> record(DeclaredType type, Spot spot) {
      if (enclosing.stream().anyMatch(outer -> types.isSameType(outer, type))) {
        problems.add(Problem.KEY_RECURSIVE_RECORD, place, TypeText.of(type));
        return Optional.empty();
      }
      enclosing.add(type);
      List<PartModel.RecordPart.Component> components = new ArrayList<>();
      List<? extends RecordComponentElement> declared =
          MoreTypes.asTypeElement(type).getRecordComponents();
      for (RecordComponentElement component : declared) {
        component(type, component, spot).ifPresent(components::add);
      }
      enclosing.remove(enclosing.size() - 1);
      return components.size() == declared.size()
          ? Optional.of(new PartModel.RecordPart(type, components))
          : Optional.empty();
    }

    private Optional<PartModel.RecordPart.Component> component(
        DeclaredType type, RecordComponentElement component, Spot spot) {
      String name = component.getSimpleName().toString();
      TypeMirror accessor = types.asMemberOf(type, component.getAccessor());
      return part(MoreTypes.asExecutable(accessor).getReturnType(), spot.component(name))
          .map(part -> new PartModel.RecordPart.Component(name, part));
    }

    private Optional<PartModel> refuse(TypeMirror type, Spot spot) {
      if (spot.variable().isPresent()) {
        return refuse(spot.variable().get(), spot);
      }
      return refuse(type, spot, spot.isInside() ? mend.keyPart(type) : mend.of(type, spot.path()));
    }

    /** A subtype may say what a variable of the service is, nobody what one of a method is. */
    private Optional<PartModel> refuse(TypeVariable variable, Spot spot) {
      TypeParameterElement declared = (TypeParameterElement) variable.asElement();
      if (!service.equals(declared.getGenericElement())) {
        return refuse(variable, spot, mend.variable(variable));
      }
      String name = TypeText.of(variable);
      problems.add(Problem.TYPE_BASE, place, service.getSimpleName(), spot.path(), name, name);
      return Optional.empty();
    }

    private Optional<PartModel> refuse(TypeMirror type, Spot spot, String why) {
      problems.add(Problem.KEY_NO_TEXT, place, TypeText.of(type), spot.path(), why);
      return Optional.empty();
    }
  }

  /**
   * Where a type stands: the path that reads it, whether it is an element of what that reads, and
   * the type variable whose bound it is.
   */
  private record Spot(String path, boolean isInside, Optional<TypeVariable> variable) {
    Spot inside() {
      return new Spot(path, true, Optional.empty());
    }

    Spot component(String name) {
      return new Spot(path + "." + name, isInside, Optional.empty());
    }

    Spot variable(TypeVariable variable) {
      return new Spot(path, isInside, Optional.of(variable));
    }
  }

  private static Optional<Container.Kind> containerKind(TypeElement element) {
    return switch (element.getQualifiedName().toString()) {
      case "java.util.Optional" -> Optional.of(Container.Kind.OPTIONAL);
      case "java.util.List" -> Optional.of(Container.Kind.LIST);
      case "java.util.Set" -> Optional.of(Container.Kind.SET);
      default -> Optional.empty();
    };
  }
}
