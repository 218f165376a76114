//1 warning [OpenValue] any(long id) returns java.lang.Object, but java.lang.Object can be anything, so the value can stay in the heap only; return a type whose subtypes are known.
//2 warning [OpenValue] page(long id) returns Things.Page<java.lang.String>, but Things.Page<java.lang.String> can be of any class that implements it, so the value can stay in the heap only; return a type whose subtypes are known.
//4 warning [OpenValue] holder(long id) returns Things.Holder, but Holder.content holds java.lang.Object, which can be anything, so the value can stay in the heap only; return a type whose subtypes are known.
//5 warning [OpenValue] list(long id) returns com.google.common.collect.ImmutableList<?>, but ? can be anything, so the value can stay in the heap only; return a type whose subtypes are known.
//6 warning [OpenValue] base(long id) returns Things.Base, but Things.Base can be of any class that extends it, so the value can stay in the heap only; return a type whose subtypes are known.
//7 warning [OpenValue] deep(long id) returns Things.Outer, but Outer.holder leads to Holder.content, which holds java.lang.Object, which can be anything, so the value can stay in the heap only; return a type whose subtypes are known.
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

  /*5*/@Cached
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
}
