//1 error [ValueUnwritable] page(long id) returns java.net.URL, but java.net.URL is none of the platform's types that can be written, so no store can keep it; hold what it is made of, or suppress this if it stays in the heap.
//2 error [ValueUnwritable] match(long id) returns Things.Match, but Match.pattern holds java.util.regex.Pattern, which is none of the platform's types that can be written, so no store can keep it; hold what it is made of, or suppress this if it stays in the heap.
//3 error [ValueUnwritable] inner(long id) returns Outer.Inner, but Outer.Inner is an inner class, so no store can keep it; make it static, or suppress this if it stays in the heap.
//4 error [ValueUnwritable] failure(long id) returns Things.Failure, but Things.Failure extends java.lang.Exception, whose state cannot be reached, so no store can keep it; hold what it is made of, or suppress this if it stays in the heap.
//5 error [ValueUnwritable] secret(long id) returns Outer.Holder, but Holder.secret holds Outer.Secret, which cannot be named in the unnamed package, so no store can keep it; widen its access, or suppress this if it stays in the heap.
//6 error [ValueUnwritable] put(long id) puts java.net.URL, but java.net.URL is none of the platform's types that can be written, so no store can keep it; hold what it is made of, or suppress this if it stays in the heap.
//option -Alarder.MutableValue=off
import dev.larder.annotation.*;
import java.net.URL;
import java.util.regex.Pattern;

interface Things {
  record Match(String text, Pattern pattern) {}
  final class Failure extends Exception { private static final long serialVersionUID = 1; }

  /*1*/@Cached
  URL page(long id);

  /*2*/@Cached
  Match match(long id);

  /*3*/@Cached
  Outer.Inner inner(long id);

  /*4*/@Cached
  Failure failure(long id);

  /*5*/@Cached
  Outer.Holder secret(long id);

  @Cached
  @SuppressWarnings("larder.ValueUnwritable")
  Pattern suppressed(long id);
}
//== Putting.java
import dev.larder.annotation.*;
import java.net.URL;

interface Putting {
  /*6*/@CachePut(using = "redis", name = "urls")
  URL put(long id);
}
//== Outer.java
class Outer {
  class Inner {}
  private static class Secret {}
  static class Holder { Secret secret; }
}
