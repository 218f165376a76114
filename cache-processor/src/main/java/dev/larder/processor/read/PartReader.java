package dev.larder.processor.read;

import com.google.auto.common.MoreElements;
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
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads how a type stands in a key, for the service type whose {@code @KeyedBy} is asked first. */
public final class PartReader {
  private final Types types;
  private final KeyPartReader keyParts;
  private final PartMend mend;

  public PartReader(Types types, Elements elements, TypeElement service) {
    this.types = types;
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
    return new Reading(path, place, problems).part(type);
  }

  /** One part being read: where it stands, and the records that enclose it. */
  private final class Reading {
    private final String path;
    private final Place place;
    private final Problems problems;
    private final List<TypeMirror> enclosing = new ArrayList<>();

    Reading(String path, Place place, Problems problems) {
      this.path = path;
      this.place = place;
      this.problems = problems;
    }

    Optional<PartModel> part(TypeMirror type) {
      return switch (type.getKind()) {
        case ARRAY -> container(type, Container.Kind.ARRAY, ((ArrayType) type).getComponentType());
        case TYPEVAR -> part(((TypeVariable) type).getUpperBound());
        case WILDCARD -> bounded((WildcardType) type);
        case DECLARED -> declared(MoreTypes.asDeclared(type));
        default ->
            type.getKind().isPrimitive() ? ScalarParts.of(type, types) : refuse(type);
      };
    }

    private Optional<PartModel> bounded(WildcardType type) {
      return type.getExtendsBound() == null ? refuse(type) : part(type.getExtendsBound());
    }

    private Optional<PartModel> declared(DeclaredType type) {
      KeyPartReader.Answer answer = keyParts.of(type, place, problems);
      if (answer.isFound()) {
        return answer.part();
      }
      Optional<PartModel> scalar = ScalarParts.of(type, types);
      return scalar.isPresent() ? scalar : structured(type);
    }

    private Optional<PartModel> structured(DeclaredType type) {
      TypeElement element = MoreTypes.asTypeElement(type);
      Optional<Container.Kind> kind = containerKind(element);
      if (kind.isPresent() && type.getTypeArguments().size() == 1) {
        return container(type, kind.get(), type.getTypeArguments().get(0));
      }
      if (element.getKind() == ElementKind.ENUM) {
        String name = element.getQualifiedName().toString();
        return Optional.of(new PartModel.EnumPart(type, name));
      }
      return element.getKind() == ElementKind.RECORD ? record(type) : refuse(type);
    }

    private Optional<PartModel> container(TypeMirror type, Container.Kind kind, TypeMirror of) {
      Optional<PartModel> element = part(of);
      if (element.isPresent() && element.get() instanceof PartModel.RecordPart) {
        return refuse(of, "a record inside " + type + " cannot be flattened; " + mend.keyPart(of));
      }
      return element.map(part -> new Container(type, kind, part));
    }

    private Optional<PartModel> record(DeclaredType type) {
      if (enclosing.stream().anyMatch(outer -> types.isSameType(outer, type))) {
        problems.add(Problem.KEY_RECURSIVE_RECORD, place, TypeText.of(type));
        return Optional.empty();
      }
      enclosing.add(type);
      List<PartModel.RecordPart.Component> components = new ArrayList<>();
      List<? extends RecordComponentElement> declared =
          MoreTypes.asTypeElement(type).getRecordComponents();
      for (RecordComponentElement component : declared) {
        component(type, component).ifPresent(components::add);
      }
      enclosing.remove(enclosing.size() - 1);
      return components.size() == declared.size()
          ? Optional.of(new PartModel.RecordPart(type, components))
          : Optional.empty();
    }

    private Optional<PartModel.RecordPart.Component> component(
        DeclaredType type, RecordComponentElement component) {
      TypeMirror accessor = types.asMemberOf(type, component.getAccessor());
      return part(MoreTypes.asExecutable(accessor).getReturnType())
          .map(
              part ->
                  new PartModel.RecordPart.Component(component.getSimpleName().toString(), part));
    }

    private Optional<PartModel> refuse(TypeMirror type) {
      return refuse(type, mend.of(type, path));
    }

    private Optional<PartModel> refuse(TypeMirror type, String why) {
      problems.add(Problem.KEY_NO_TEXT, place, TypeText.of(type), path, why);
      return Optional.empty();
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
