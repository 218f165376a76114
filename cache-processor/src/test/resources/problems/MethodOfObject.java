//1 error [MethodOfObject] toString() belongs to every object, and all objects of Users would give the first one's result; cache a method of another name.
//2 error [MethodOfObject] equals(Object other) belongs to every object, and all objects of Users would give the first one's result; cache a method of another name.
//2 error [KeyNoText] java.lang.Object (other) has no lossless text to stand in a key; give Object a KeyPart by @KeyedBy.
//3 error [MethodOfObject] hashCode() belongs to every object, and all objects of Rate would give the first one's result; cache a method of another name.
import dev.larder.annotation.*;

class Users {
  /*1*/@Cached(name = "a")
  public String toString() { return ""; }

  /*2*/@Cached(name = "b")
  public boolean equals(Object other) { return this == other; }

  @Cached(name = "c")
  public int hashCode(int seed) { return seed; }

  public int hashCode() { return 1; }
}

interface Rate {
  /*3*/@Cached(name = "d")
  int hashCode();
}
