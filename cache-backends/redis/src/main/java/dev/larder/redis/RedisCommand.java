package dev.larder.redis;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.redisson.api.RBatch;
import org.redisson.api.RFuture;
import org.redisson.api.RScript.Mode;
import org.redisson.api.RScript.ReturnType;
import org.redisson.api.RScriptAsync;
import org.redisson.client.codec.ByteArrayCodec;

/** One command, as it stands in a pipeline. */
sealed interface RedisCommand {
  /**
   * Adds this to a pipeline.
   *
   * @param whole whether the server has forgotten the script, and is told it again
   */
  CompletionStage<?> addTo(RBatch batch, boolean whole);

  /** Says which server of a cluster it goes to; a text there. */
  String firstKey();

  /**
   * Runs a script; the result is a list.
   *
   * @param keys texts or bytes; in a cluster all in the slot of the first
   * @param arguments each in bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // is sent, and never compared
  record Run(ScriptText script, List<Object> keys, Object[] arguments) implements RedisCommand {
    @Override
    public RFuture<List<Object>> addTo(RBatch batch, boolean whole) {
      return sendTo(batch.getScript(ByteArrayCodec.INSTANCE), whole);
    }

    @Override
    public String firstKey() {
      return (String) keys.get(0);
    }

    RFuture<List<Object>> sendTo(RScriptAsync scripts, boolean whole) {
      return whole
          ? scripts.evalAsync(Mode.READ_WRITE, script.lua(), ReturnType.LIST, keys, arguments)
          : scripts.evalShaAsync(Mode.READ_WRITE, script.sha1(), ReturnType.LIST, keys, arguments);
    }
  }

  /** Reads what is under a key; bytes, or null. */
  record Get(String key) implements RedisCommand {
    @Override
    public RFuture<Object> addTo(RBatch batch, boolean whole) {
      return batch.getBucket(key, ByteArrayCodec.INSTANCE).getAsync();
    }

    @Override
    public String firstKey() {
      return key;
    }
  }
}
