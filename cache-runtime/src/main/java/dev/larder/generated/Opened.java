package dev.larder.generated;

import com.esotericsoftware.kryo.KryoException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Member;

/** Members that reflection may use. */
final class Opened {
  private Opened() {}

  /** The member, made accessible; a refusal says what the module lacks. */
  static <M extends AccessibleObject & Member> M of(M member) {
    if (!member.trySetAccessible()) {
      Class<?> owner = member.getDeclaringClass();
      throw new KryoException(
          member
              + " cannot be reached; add to the module-info of "
              + owner.getModule().getName()
              + ": opens "
              + owner.getPackageName()
              + " to "
              + Opened.class.getModule().getName()
              + ";");
    }
    return member;
  }
}
