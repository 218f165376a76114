//1 error [TypeFinal] Users cannot be extended and implements no interface; remove final, or add one.
//2 error [TypeFinal] Codes cannot be extended and implements no interface; let it implement one.
import dev.larder.annotation.*;

final /*1*/class Users {
  @Cached
  String find(long id) { return ""; }
}

/*2*/record Codes(int base) {
  @Cached
  String find(long id) { return ""; }
}
