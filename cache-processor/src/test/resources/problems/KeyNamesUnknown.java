//1 error [KeyNamesUnknown] The compiler does not know the parameter names of find(long arg0); compile its class with -parameters, or declare the method again in Users.
//== compiled lib/Finder.java
package lib;

public interface Finder {
  @dev.larder.annotation.Cached(name = "users", include = "id")
  String find(long id);
}
//== Main.java
/*1*/interface Users extends lib.Finder {
  @dev.larder.annotation.Cached
  String own(long arg0);
}
