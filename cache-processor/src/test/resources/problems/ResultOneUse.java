//1 error [ResultOneUse] all(long id) returns java.util.stream.Stream<java.lang.String>, which can be read only once; return a List or an array.
//2 error [ResultOneUse] numbers() returns java.util.stream.IntStream, which can be read only once; return a List or an array.
//3 error [ResultOneUse] each() returns java.util.Iterator<java.lang.String>, which can be read only once; return a List or an array.
//4 error [ResultOneUse] open(String file) returns java.io.FileInputStream, which can be read only once; return a List or an array.
//5 error [ResultOneUse] read() returns java.util.Optional<java.io.Reader>, which can be read only once; return a List or an array.
//6 error [ResultOneUse] parts() returns java.util.List<java.util.stream.Stream<java.lang.String>>, holding java.util.stream.Stream<java.lang.String>, which can be read only once; return a List or an array.
//7 error [ResultOneUse] page() returns Page, holding java.util.Iterator<java.lang.String>, which can be read only once; return a List or an array.
import dev.larder.annotation.*;
import java.util.*;
import java.util.stream.*;

interface Jobs {
  /*1*/@Cached
  Stream<String> all(long id);

  /*2*/@Cached
  IntStream numbers();

  /*3*/@Cached
  Iterator<String> each();

  /*4*/@Cached
  java.io.FileInputStream open(String file);

  /*5*/@Cached
  Optional<java.io.Reader> read();

  /*6*/@Cached
  List<Stream<String>> parts();

  /*7*/@Cached
  Page page();
}

record Page(Page next, Iterator<String>[] rows) {}
