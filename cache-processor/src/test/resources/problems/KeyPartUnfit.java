//1 error [KeyPartUnfit] Users.AbstractPart cannot be a key part: it is abstract; name a class that can be made.
//2 error [KeyPartUnfit] Users.B.HiddenPart cannot be a key part: generated code cannot see it; make it visible to the unnamed package.
//3 error [KeyPartUnfit] Users.ArgumentPart cannot be a key part: it has no constructor without parameters that the unnamed package can call; add one.
//4 error [KeyPartUnfit] Outer.Inner cannot be a key part: it is an inner class; make it static.
//5 error [KeyPartUnfit] Users.InterfacePart cannot be a key part: it is not a class; name a class with a constructor without parameters.
//6 error [KeyPartUnfit] java.lang.String cannot be a key part: it implements no KeyPart<T>.
import dev.larder.annotation.*;

interface Users {
  @KeyedBy(AbstractPart.class) class A {}
  abstract class AbstractPart implements dev.larder.KeyPart<A> {}

  @KeyedBy(Users.B.HiddenPart.class) class B {
    private static class HiddenPart implements dev.larder.KeyPart<B> {}
  }

  @KeyedBy(ArgumentPart.class) class C {}
  class ArgumentPart implements dev.larder.KeyPart<C> {
    ArgumentPart(int size) {}
  }

  @KeyedBy(Outer.Inner.class) class D {}

  @KeyedBy(InterfacePart.class) class E {}
  interface InterfacePart extends dev.larder.KeyPart<E> {}

  @KeyedBy(String.class) class F {}

  /*1*/@Cached
  String a(A a);

  /*2*/@Cached
  String b(B b);

  /*3*/@Cached
  String c(C c);

  /*4*/@Cached
  String d(Users.D d);

  /*5*/@Cached
  String e(E e);

  /*6*/@Cached
  String f(F f);
}

class Outer {
  class Inner implements dev.larder.KeyPart<Users.D> {}
}
//== dev/larder/KeyPart.java
package dev.larder;

public interface KeyPart<T> {}
