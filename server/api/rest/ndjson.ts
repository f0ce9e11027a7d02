/** About as much as one write to a socket takes. */
const CHUNK_CHARACTERS = 32_768;

/**
 * Newline-delimited JSON as a stream. Resolves when the first chunk is ready, so that an error before it still becomes a
 * problem response with its own status. On a later error `abort` must reset the connection, so that no client takes the
 * response for complete. The stream itself ends without an error, whose message @hono/node-server would send to the client.
 */
export async function ndjsonStream(
  values: AsyncIterable<unknown> | Iterable<unknown>,
  abort: (error: unknown) => void,
): Promise<ReadableStream<Uint8Array>> {
  const chunks = encode(values);
  let first: IteratorResult<Uint8Array> | null = await chunks.next();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = first ?? (await chunks.next());
        first = null;
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        abort(error);
        controller.close();
      }
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

async function* encode(values: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<Uint8Array, undefined> {
  const encoder = new TextEncoder();
  let text = '';
  for await (const value of values) {
    text += `${JSON.stringify(value)}\n`;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
  return undefined;
}
