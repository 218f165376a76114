package dev.larder.protocol;

import static dev.larder.protocol.Operation.CLEAR;
import static dev.larder.protocol.Operation.EVICT;
import static dev.larder.protocol.Operation.PUT;
import static dev.larder.protocol.Operation.READ;
import static dev.larder.protocol.Operation.WRITE_AND_CLEAR;

import java.util.function.Function;

/** For each guard, the smallest setting in which its absence shows, and what breaks. */
final class NaiveProtocols {
  private NaiveProtocols() {}

  /** The setting; with the guard in place, nothing breaks in it. */
  static Bounds bounds(Flaw flaw) {
    return switch (flaw) {
      case NO_LEASE, FILL_UNCHECKED -> readersAnd(EVICT, RedisModel::new);
      case LOCAL_FIRST, MESSAGE_FIRST, LOCAL_UNFENCED -> readersAnd(EVICT, RedisModel::new);
      case PUT_KEEPS_LEASE -> readersAnd(PUT, RedisModel::new);
      case PUT_UNBRACKETED -> of(RedisModel::new).worker(0, PUT).worker(0, PUT);
      case STAMPED_AT_FILL, LEASE_OUTLIVES_CLEAR -> readersAnd(WRITE_AND_CLEAR, RedisModel::new);
      case SEEDS_REPEAT, MISSING_IS_VALID ->
          readersAnd(WRITE_AND_CLEAR, RedisModel::new).most(Budget.MARKER_LOSS, 1);
      case MARKER_NOT_READ ->
          of(ClusterModel::new).worker(0, WRITE_AND_CLEAR).worker(1, READ).operations(2);
      case PUT_NOT_REDONE ->
          of(ClusterModel::new).worker(0, READ, PUT).worker(1, CLEAR).most(Budget.CLEAR, 1);
      case OTHER_NUMBER_IS_OVER, OWN_LEASE_UNKNOWN ->
          readersAnd(CLEAR, ClusterModel::new).most(Budget.CLEAR, 1);
      case CARRIED_FROM_READ ->
          of(RedisModel::new).worker(0, READ).worker(1, READ, EVICT).operations(2).mixedBuilds();
      case LEASE_BY_FORCE ->
          of(RedisModel::new)
              .processes(3)
              .worker(0, READ)
              .worker(1, READ)
              .worker(2, READ)
              .mixedBuilds();
      case GAP_TOLD_EARLY -> readersAnd(EVICT, RedisModel::new).most(Budget.CUT, 1);
      case SET_NOT_CAS -> readersAnd(EVICT, MemcachedModel::new);
      case BARE_DISCARD, WRITES_UNSEEN ->
          of(PlainModel::new).processes(1).worker(0, READ).worker(0, READ).worker(0, EVICT);
      case BULK_WAITS_FIRST -> of(RedisModel::new).keys(2).bulkReader(0).bulkReader(0);
    };
  }

  /** What breaks without the guard. */
  static Promise broken(Flaw flaw) {
    return switch (flaw) {
      case LOCAL_FIRST, MESSAGE_FIRST, LOCAL_UNFENCED, PUT_UNBRACKETED, GAP_TOLD_EARLY ->
          Promise.LOCAL_FRESH;
      case PUT_KEEPS_LEASE, PUT_NOT_REDONE -> Promise.PUT_KEPT;
      case LEASE_OUTLIVES_CLEAR, OWN_LEASE_UNKNOWN -> Promise.LEASE_LET_GO;
      case MARKER_NOT_READ -> Promise.ANSWER_FRESH;
      case BULK_WAITS_FIRST -> Promise.NO_STANDSTILL;
      case LEASE_BY_FORCE, OTHER_NUMBER_IS_OVER -> Promise.ONE_LOAD;
      case BARE_DISCARD -> Promise.LOCAL_FRESH;
      default -> Promise.STORE_FRESH;
    };
  }

  private static Bounds of(Function<Bounds, StoreModel> store) {
    return Bounds.of("", store).most(Budget.WRITE, 2);
  }

  private static Bounds readersAnd(Operation write, Function<Bounds, StoreModel> store) {
    return of(store).worker(0, READ).worker(0, READ, write).worker(1, READ).most(Budget.WRITE, 1);
  }
}
