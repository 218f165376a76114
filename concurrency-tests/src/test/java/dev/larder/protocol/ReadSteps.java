package dev.larder.protocol;

/**
 * The steps of a worker that reads or refreshes, as in the engine's {@code Reader}, {@code
 * LoadRun}, {@code Filler} and {@code PatientRead}.
 *
 * @param self the worker
 */
record ReadSteps(Self self) {
  String look(World world) {
    int local = self.local(world);
    if (local != 0) {
      return answerLocal(world, local, "reads, and finds it in the local tier");
    }
    self.go(world, At.JOIN);
    return "reads, and finds nothing in the local tier";
  }

  private String answerLocal(World world, int value, String what) {
    self.set(world, OfWorker.VALUE, value);
    self.checkAnswer(world, value, self.get(world, OfWorker.LOCAL_FLOOR));
    self.end(world, value);
    return what;
  }

  String join(World world) {
    int loading = self.fence(world).join(self.me());
    if (loading == self.me()) {
      self.go(world, At.LOOK_AGAIN);
      return "registers its load";
    }
    self.set(world, OfWorker.AWAITED, loading + 1);
    self.go(world, At.WAITING);
    return "waits for the load of worker " + loading;
  }

  String lookAgain(World world) {
    int local = self.local(world);
    if (local == 0) {
      self.go(world, At.ASK);
      return "finds nothing in the local tier still";
    }
    self.fence(world).unregister(self.me());
    return answerLocal(world, local, "finds in the local tier what another has loaded");
  }

  /** The first choice: asks again, where that has a sense; the other: waits no longer. */
  String askAgain(World world, int choice) {
    if (choice == 0) {
      self.go(world, At.ASK);
      return self.store().mayAnswer(world, self.me()) ? "has waited, and will ask again" : null;
    }
    self.go(world, At.LOAD);
    return world.spend(Budget.IMPATIENCE) ? "no longer waits for the lease" : null;
  }

  String answered(World world) {
    int answer = self.answer(world);
    self.go(
        world,
        switch (answer) {
          case StoreModel.FOUND -> At.PROMOTE;
          case StoreModel.UNREADABLE -> At.TRY_LEASE;
          case StoreModel.HELD -> At.ASK_AGAIN;
          default -> At.LOAD;
        });
    return "asks the store, which answers: " + StoreModel.inWords(answer);
  }

  /** The first choice: the source answers; the other: it throws. */
  String load(World world, int choice) {
    if (self.bounds().has(Flaw.BULK_WAITS_FIRST) && isPartnerWaiting(world)) {
      return null;
    }
    if (choice == 1) {
      return world.spend(Budget.FAILED_LOAD) ? loadFails(world) : null;
    }
    self.set(world, OfWorker.VALUE, world.get(OfKey.SOURCE, self.key(world)));
    self.go(
        world,
        switch (self.answer(world)) {
          case StoreModel.GRANTED -> At.FILL;
          case StoreModel.ABSENT -> At.CHECK;
          default -> At.KEEP;
        });
    return "loads from the source";
  }

  private boolean isPartnerWaiting(World world) {
    int partner = self.bounds().partner(self.me());
    int at = partner < 0 ? 0 : world.get(OfWorker.AT, partner);
    return at == At.WAITING.ordinal() || at == At.ASK_AGAIN.ordinal();
  }

  private String loadFails(World world) {
    if (self.answer(world) == StoreModel.GRANTED) {
      self.go(world, At.RELEASE);
    } else {
      endFailed(world);
    }
    return "loads, and the source throws";
  }

  void endFailed(World world) {
    self.fence(world).unregister(self.me());
    self.end(world, 0);
  }

  String promote(World world) {
    return keep(world, true, "keeps what it found in the local tier");
  }

  /** A store that failed has refused nothing. */
  String keepLoaded(World world) {
    int answer = self.answer(world);
    boolean keeps = answer == StoreModel.ACCEPTED || answer == StoreModel.FAILED;
    return keep(world, keeps, "ends its load");
  }

  private String keep(World world, boolean keeps, String what) {
    int value = self.value(world);
    if (keeps && self.bounds().has(Flaw.LOCAL_UNFENCED)) {
      world.set(OfPlace.LOCAL, self.process(), self.key(world), value);
    }
    if (keeps) {
      self.fence(world).finish(self.me(), value);
    } else {
      self.fence(world).unregister(self.me());
    }
    self.checkAnswer(world, value, self.get(world, OfWorker.FLOOR));
    if (self.operation(world) == Operation.REFRESH) {
      self.release(world, value);
      self.go(world, At.TELL);
    } else {
      self.end(world, value);
    }
    return what;
  }

  String check(World world) {
    boolean mayFill = mayFillBare(world);
    self.set(world, OfWorker.ANSWER, StoreModel.REFUSED);
    self.go(world, mayFill ? At.FILL_BARE : At.KEEP);
    return "looks whether its load is registered still";
  }

  String checkAfter(World world) {
    boolean mayFill = mayFillBare(world);
    self.set(world, OfWorker.ANSWER, mayFill ? StoreModel.ACCEPTED : StoreModel.REFUSED);
    At discard = self.bounds().has(Flaw.BARE_DISCARD) ? At.DISCARD : At.DISCARD_BEGIN;
    self.go(world, mayFill ? At.KEEP : discard);
    return "looks again whether its load is registered";
  }

  /** Without a lease, only what this process itself writes is known of. */
  private boolean mayFillBare(World world) {
    Fence fence = self.fence(world);
    boolean alone = self.bounds().has(Flaw.WRITES_UNSEEN) || fence.isUnwritten();
    return self.bounds().has(Flaw.NO_LEASE) || (alone && fence.holds(self.me()));
  }

  String beginDiscard(World world) {
    self.fence(world).beginWrite();
    self.go(world, At.DISCARD);
    return "begins to take its fill back";
  }

  String discarded(World world) {
    self.set(world, OfWorker.ANSWER, StoreModel.REFUSED);
    self.go(world, self.bounds().has(Flaw.BARE_DISCARD) ? At.KEEP : At.DISCARD_END);
    return "removes from the store what it filled";
  }

  String endDiscard(World world) {
    self.fence(world).endWrite(0);
    self.tellOthers(world);
    self.go(world, At.KEEP);
    return "drops the local entry too, and tells the others";
  }

  String beginRefresh(World world) {
    self.fence(world).replace(self.me());
    self.go(world, At.LEASE);
    return "refreshes, and registers its load instead of any other";
  }
}
