package dev.larder;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;

/** Writes that no store has confirmed, beside their delivery and readers who ask for them. */
@Param(name = "key", gen = IntGen.class, conf = "0:1")
public class KeptWrites {
  private final KeptLedger ledger = new KeptLedger(2);

  @Operation(params = "key")
  public void write(int key) {
    ledger.write(key);
  }

  @Operation
  public void clear() {
    ledger.writeAll();
  }

  @Operation
  public void deliver() {
    ledger.kept.deliver();
  }

  @Operation(params = "key")
  public String read(int key) {
    return ledger.isTrustedInVain(key) ? "trusts what is kept" : "";
  }

  @Validate
  public void idle() {
    ledger.requireDelivered();
  }

  /** Where no reader trusts what is kept. */
  public static class NoneTrusted {
    public void write(int key) {}

    public void clear() {}

    public void deliver() {}

    public String read(int key) {
      return "";
    }
  }
}
