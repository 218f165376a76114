package dev.larder.protocol;

import dev.larder.protocol.StoreModel.Call;

/** Where a worker is: the step that it makes next. */
enum At {
  IDLE(null),
  LOOK(null),
  JOIN(null),
  WAITING(null),
  LOOK_AGAIN(null),
  ASK(Call.READ_OR_LEASE),
  ASK_AGAIN(null),
  TRY_LEASE(Call.TRY_LEASE),
  LEASE(Call.LEASE),
  PROMOTE(null),
  LOAD(null),
  FILL(Call.FILL),
  RELEASE(Call.RELEASE),
  KEEP(null),
  CHECK(null),
  FILL_BARE(Call.PUT),
  CHECK_AFTER(null),
  DISCARD_BEGIN(null),
  DISCARD(Call.REMOVE),
  DISCARD_END(null),
  BEGIN_WRITE(null),
  DROP_FIRST(null),
  TELL_FIRST(null),
  PUT(Call.PUT),
  REMOVE(Call.REMOVE),
  CLEAR(Call.CLEAR),
  END_WRITE(null),
  CLEAR_LOCAL(null),
  TELL(null);

  private final Call call;

  At(Call call) {
    this.call = call;
  }

  /** What the step asks of the store; null: nothing. */
  Call call() {
    return call;
  }

  /** Whether a write has changed the source here, and the store not yet. */
  boolean isBeforeStored() {
    return compareTo(END_WRITE) < 0;
  }
}
