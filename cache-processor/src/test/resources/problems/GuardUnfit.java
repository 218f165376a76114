//1 error [GuardUnfit] number(long id) cannot be the condition of one(long id): it returns int; return boolean.
//2 error [GuardUnfit] hidden(long id) cannot be the condition of two(long id): it is private; widen its access.
//3 error [GuardUnfit] other(long idd) cannot be the condition of three(long id): no parameter of three(long id) is named "idd". Did you mean "id"?
//4 error [GuardUnfit] text(String id) cannot be the condition of four(long id): its parameter id takes no long; declare it so.
//5 error [GuardUnfit] odd(String value) cannot be the unless of five(long id): it must take the result alone, as one java.lang.Integer.
//6 error [GuardUnfit] failing(long id) cannot be the condition of six(long id): it throws java.io.IOException; catch that inside.
//7 error [GuardUnfit] fixed(long id) cannot be the condition of seven(long id): it is static; make it an instance method.
import dev.larder.annotation.*;

class Users {
  int number(long id) { return 1; }
  private boolean hidden(long id) { return true; }
  boolean other(long idd) { return true; }
  boolean text(String id) { return true; }
  boolean odd(String value) { return true; }
  boolean even(String value) { return true; }
  boolean failing(long id) throws java.io.IOException { return true; }
  static boolean fixed(long id) { return true; }

  @Cached(condition = /*1*/"number")
  String one(long id) { return ""; }

  @Cached(condition = /*2*/"hidden")
  String two(long id) { return ""; }

  @Cached(condition = /*3*/"other")
  String three(long id) { return ""; }

  @Cached(condition = /*4*/"text")
  String four(long id) { return ""; }

  @Cached(unless = /*5*/"odd")
  java.util.Optional<Integer> five(long id) { return null; }

  @Cached(condition = /*6*/"failing")
  String six(long id) { return ""; }

  @Cached(condition = /*7*/"fixed")
  String seven(long id) { return ""; }

  @Cached(unless = "even")
  java.util.Optional<String> eight(long id) { return null; }
}
