//1 error [OpenValue] any(long id) returns java.lang.Object, but java.lang.Object can be anything, so no store can keep it; name its classes by @CacheTypes, or suppress this if it stays in the heap.
//2 error [OpenValue] page(long id) returns Things.Page<java.lang.String>, but Things.Page<java.lang.String> can be of any class that implements it, so no store can keep it; name its classes by @CacheTypes, or suppress this if it stays in the heap.
//4 error [OpenValue] holder(long id) returns Things.Holder, but Holder.content holds java.lang.Object, which can be anything, so no store can keep it; name its classes by @CacheTypes, or suppress this if it stays in the heap.
//6 error [OpenValue] base(long id) returns Things.Base, but Things.Base can be of any class that extends it, so no store can keep it; name its classes by @CacheTypes, or suppress this if it stays in the heap.
//7 error [OpenValue] deep(long id) returns Things.Outer, but Outer.holder leads to Holder.content, which holds java.lang.Object, which can be anything, so no store can keep it; name its classes by @CacheTypes, or suppress this if it stays in the heap.
import dev.larder.annotation.*;

interface Things {
  interface Page<T> {}
  record Holder(int id, Object content) {}
  abstract class Base {}
  sealed interface Shape permits Circle, Square {}
  record Circle(int radius) implements Shape {}
  record Square(int side, Shape inner) implements Shape {}
  class Plain {}

  /*1*/@Cached
  Object any(long id);

  /*2*/@Cached
  Page<String> page(long id);

  // For the same cause as any(long): told once.
  @Cached
  <T> T generic(long id);

  /*4*/@Cached
  Holder holder(long id);

  // For the same cause: told once.
  @Cached
  com.google.common.collect.ImmutableList<?> list(long id);

  /*6*/@Cached
  Base base(long id);

  @Cached
  @SuppressWarnings("larder.OpenValue")
  Object suppressed(long id);

  @Cached
  Shape closed(long id);

  @Cached
  Plain plain(long id);

  record Outer(Holder holder) {}

  /*7*/@Cached
  Outer deep(long id);

  // Closed by what is named: at the method, or at the type itself.
  @Cached
  @CacheTypes({String.class, Circle.class})
  Object named(long id);

  @CacheTypes(Dog.class)
  interface Animal {}
  record Dog(String name) implements Animal {}

  @Cached
  java.util.List<? extends Animal> animals(long id);
}
