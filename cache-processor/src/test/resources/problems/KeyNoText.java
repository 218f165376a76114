//1 error [KeyNoText] Users.User (user) has no lossless text to stand in a key; read what identifies it, as in include = "user.id", or give User a KeyPart by @KeyedBy.
//2 error [KeyNoText] java.util.Map<java.lang.String, java.lang.String> (filter) has no lossless text to stand in a key; give Map a KeyPart by @KeyedBy.
//3 error [KeyNoText] java.util.Collection<java.lang.Long> (ids) has no lossless text to stand in a key; declare it as a List or a Set.
//4 error [KeyNoText] java.lang.Object (any) has no lossless text to stand in a key; give Object a KeyPart by @KeyedBy.
//5 error [KeyNoText] Users.Point (points) has no lossless text to stand in a key; a record inside java.util.List<Users.Point> cannot be flattened; give Point a KeyPart by @KeyedBy.
//6 error [KeyNoText] Users.User (user.boss) has no lossless text to stand in a key; read what identifies it, as in include = "user.boss.id", or give User a KeyPart by @KeyedBy.
//7 error [KeyNoText] I (id) has no lossless text to stand in a key; declare and annotate the method in a type that says what I is.
//8 error [KeyNoText] Users.User (users) has no lossless text to stand in a key; give User a KeyPart by @KeyedBy.
//9 error [KeyNoText] Users.User (line.owner) has no lossless text to stand in a key; read what identifies it, as in include = "line.owner.id", or give User a KeyPart by @KeyedBy.
//10 error [KeyNoText] Users.Paging (paging) has no lossless text to stand in a key; read all that tells two apart, as in include = {"paging.number", "paging.size", "paging.unit"}, or give Paging a KeyPart by @KeyedBy.
//11 error [KeyNoText] java.nio.file.Path (path) has no lossless text to stand in a key; give Path a KeyPart by @KeyedBy.
//12 error [KeyNoText] Users.Order (order) has no lossless text to stand in a key; give Order a KeyPart by @KeyedBy.
import dev.larder.annotation.*;
import java.util.*;

interface Users {
  class User {
    public String getName() { return ""; }
    public long getId() { return 1; }
    public User boss() { return this; }
  }

  record Point(int x, int y) {}

  /*1*/@CacheEvict(name = "one")
  void save(User user);

  /*2*/@CacheEvict(name = "two")
  void two(Map<String, String> filter);

  /*3*/@CacheEvict(name = "three")
  void three(Collection<Long> ids);

  /*4*/@CacheEvict(name = "four")
  void four(Object any);

  /*5*/@CacheEvict(name = "five")
  void five(List<Point> points);

  @CacheEvict(name = "six", include = /*6*/"user.boss")
  void six(User user);

  /*7*/@CacheEvict(name = "seven")
  <I extends Comparable<I>> void seven(I id);

  /*8*/@CacheEvict(name = "eight")
  void eight(User... users);

  record Line(int number, User owner) {}

  /*9*/@CacheEvict(name = "nine")
  void nine(Line line);

  enum Unit { LINE }

  interface Paging {
    boolean hasPrevious();
    int getNumber();
    boolean isFirst();
    int getSize();
    Unit getUnit();
    long next();
  }

  /*10*/@CacheEvict(name = "ten")
  void ten(Paging paging);

  /*11*/@CacheEvict(name = "eleven")
  void eleven(java.nio.file.Path path);

  interface Order extends Iterable<String> {
    boolean isSorted();
  }

  /*12*/@CacheEvict(name = "twelve")
  void twelve(Order order);
}
