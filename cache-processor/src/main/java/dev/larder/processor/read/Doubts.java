package dev.larder.processor.read;

import dev.larder.processor.model.ValueModel.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** What speaks against sharing a value, or writing it: the first of each. */
final class Doubts {
  private final Deque<String> holders = new ArrayDeque<>();
  private Optional<String> mutable = Optional.empty();
  private Optional<String> open = Optional.empty();
  private Optional<Refusal> unwritable = Optional.empty();
  private Optional<Refusal> hidden = Optional.empty();
  private boolean unsure;

  /** Goes into a member, which is named in the reasons that are found there. */
  void enter(String member) {
    holders.push(member);
  }

  /** Comes out of the member that was entered last. */
  void leave() {
    holders.pop();
  }

  /** States a reason why the value can be changed: what is true of a type where it is reached. */
  void mutable(TypeMirror type, String reason) {
    mutable = mutable.isPresent() ? mutable : Optional.of(reason(type, reason));
  }

  /** States that a member can be set. */
  void settable(String member) {
    mutable = mutable.isPresent() ? mutable : Optional.of(member + " can be set");
  }

  /** States a reason why the set is not closed: what is true of a type where it is reached. */
  void open(TypeMirror type, String reason) {
    open = open.isPresent() ? open : Optional.of(reason(type, reason));
  }

  /** States a reason why the value cannot be written, and the mend. */
  void unwritable(TypeMirror type, String reason, String mend) {
    unwritable =
        unwritable.isPresent() ? unwritable : Optional.of(new Refusal(reason(type, reason), mend));
  }

  /** States that only reflection can reach the state of a type. */
  void hidden(TypeMirror type, String reason, String mend) {
    hidden = hidden.isPresent() ? hidden : Optional.of(new Refusal(reason(type, reason), mend));
  }

  /** States that a compiler cannot know whether the value can be changed. */
  void unsure() {
    unsure = true;
  }

  /** Why the value can be changed; empty, if that is not known. */
  Optional<String> mutable() {
    return mutable;
  }

  /** Why the set is not closed. */
  Optional<String> open() {
    return open;
  }

  /** Why the value cannot be written. */
  Optional<Refusal> unwritable() {
    return unwritable;
  }

  /** What of the value only reflection can reach. */
  Optional<Refusal> hidden() {
    return hidden;
  }

  /** Whether it is certain that nobody can change the value. */
  boolean isImmutable() {
    return mutable.isEmpty() && open.isEmpty() && !unsure;
  }

  private String reason(TypeMirror type, String reason) {
    return holders.isEmpty()
        ? TypeText.of(type) + " " + reason
        : way() + " holds " + TypeText.of(type) + ", which " + reason;
  }

  /** The member that is at fault; if it lies deep in others, also the one that leads there. */
  private String way() {
    return holders.size() == 1
        ? holders.peek()
        : holders.peekLast() + " leads to " + holders.peek() + ", which";
  }
}
