//1 warning [ValueHidden] unread(long id) returns Users.Unread, but Users.Unread lets nobody read name, so a store keeps it by reflection on its fields; give it getters, and a constructor that takes its fields by their names.
//2 warning [ValueHidden] unset(long id) returns Users.Unset, but Users.Unset lets nobody set name, so a store keeps it by reflection on its fields; give it getters, and a constructor that takes its fields by their names.
//3 warning [ValueHidden] holder(long id) returns Users.Holder, but Holder.made holds Users.Made, which has no constructor that can be called, so a store keeps it by reflection on its fields; give it getters, and a constructor that takes its fields by their names.
//option -Alarder.MutableValue=off
import dev.larder.annotation.*;

interface Users {
  class Unread { private String name; }
  class Unset { private final String name = "a"; String getName() { return name; } }
  record Holder(Made made) {}
  class Made { int id; private Made() {} }
  class Bean { private int id; public int getId() { return id; } public void setId(int id) { this.id = id; } }
  class Whole {
    private final int id;
    private final String name;
    Whole(String name, int id) { this.id = id; this.name = name; }
    int id() { return id; }
    String getName() { return name; }
  }

  /*1*/@Cached
  Unread unread(long id);

  /*2*/@Cached
  Unset unset(long id);

  /*3*/@Cached
  Holder holder(long id);

  @Cached
  @SuppressWarnings("larder.ValueHidden")
  Unread suppressed(long id);

  @Cached
  Bean bean(long id);

  @Cached
  Whole whole(long id);
}
