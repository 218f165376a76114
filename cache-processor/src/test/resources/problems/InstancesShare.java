//1 warning [InstancesShare] All values of the record Rate share what compareTo(Rate other) gives for one key; put into the key what tells them apart, or suppress this if nothing does.
//2 warning [InstancesShare] All values of the enum Unit share what inMetres(int much) gives for one key; put into the key what tells them apart, or suppress this if nothing does.
import dev.larder.annotation.*;

record Rate(int percent) implements Comparable<Rate> {
  /*1*/@Cached(name = "a")
  public int compareTo(Rate other) { return 0; }
}

interface Converter { int inMetres(int much); }

enum Unit implements Converter {
  FOOT, MILE;

  /*2*/@Cached(name = "b")
  public int inMetres(int much) { return much; }
}

enum One implements Converter {
  ONE;

  @Cached(name = "c")
  public int inMetres(int much) { return much; }
}

record None() implements Converter {
  @Cached(name = "d")
  public int inMetres(int much) { return much; }
}
