/**
 * For authors of stores: {@link dev.larder.testkit.StoreContract} and its companions, one for each
 * capability, hold what the engine relies on; {@link dev.larder.testkit.FakeStore} has them all on
 * a {@link dev.larder.testkit.FakeClock}.
 */
@NullMarked
package dev.larder.testkit;

import org.jspecify.annotations.NullMarked;
