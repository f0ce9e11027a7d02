/** About what one write to a socket takes. */
const CHUNK_CHARACTERS = 32_768;

/**
 * Newline-delimited JSON as a stream. Resolves when the first piece is there, so that trouble at the start still becomes a
 * problem with its own status. For later trouble `breakOff` must cut the connection, which no client takes for the end; the
 * stream itself ends, because @hono/node-server would send the message of an error on to the client.
 */
export async function lines(
  values: AsyncIterable<unknown> | Iterable<unknown>,
  breakOff: (error: unknown) => void,
): Promise<ReadableStream<Uint8Array>> {
  const pieces = encode(values);
  let first: IteratorResult<Uint8Array> | null = await pieces.next();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = first ?? (await pieces.next());
        first = null;
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        breakOff(error);
        controller.close();
      }
    },
    async cancel() {
      await pieces.return(undefined);
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
