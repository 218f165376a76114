//option -Alarder.ValueHidden=off
//1 warning [MutableValue] user(long id) returns Users.User, which all callers share while it is cached, but User.name can be set; return an immutable type, set localCopy, or suppress this if no caller changes it.
//2 warning [MutableValue] names(long id) returns java.util.ArrayList<java.lang.String>, which all callers share while it is cached, but java.util.ArrayList<java.lang.String> can be changed; return an immutable type, set localCopy, or suppress this if no caller changes it.
//3 warning [MutableValue] bytes(long id) returns byte[], which all callers share while it is cached, but byte[] can be changed; return an immutable type, set localCopy, or suppress this if no caller changes it.
//4 warning [MutableValue] holder(long id) returns java.util.Optional<Users.Holder>, which all callers share while it is cached, but Holder.since holds java.util.Date, which can be changed; return an immutable type, set localCopy, or suppress this if no caller changes it.
//6 warning [MutableValue] days(long id) returns java.util.List<java.util.Date>, which all callers share while it is cached, but java.util.Date can be changed; return an immutable type, set localCopy, or suppress this if no caller changes it.
import dev.larder.annotation.*;
import java.util.*;

interface Users {
  class User { private String name; }
  final class Child extends User { private final int id = 1; }
  record Holder(long id, Date since) {}
  record Fine(long id, String name, Optional<java.time.Instant> since, Level level) {}
  enum Level { LOW, HIGH }
  final class Constant { private final Fine fine = null; static int count; }

  /*1*/@Cached
  User user(long id);

  /*2*/@Cached
  ArrayList<String> names(long id);

  /*3*/@Cached
  byte[] bytes(long id);

  /*4*/@Cached
  Optional<Holder> holder(long id);

  // For the same cause as user(long): told once.
  @Cached
  Child above(long id);

  @Cached
  @SuppressWarnings({"unused", "larder.MutableValue"})
  User suppressed(long id);

  @Cached
  Fine fine(long id);

  @Cached
  Constant constant(long id);

  /*6*/@Cached
  List<Date> days(long id);

  @Cached
  Map<String, SortedSet<Fine>> fines(long id);

  @Cached
  com.google.common.collect.ImmutableList<String> list(long id);

  // Each caller has one of his own.
  @Cached(localCopy = true)
  StringBuilders copied(long id);

  record StringBuilders(long[] lengths) {}
}
