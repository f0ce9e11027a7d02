/** About what one write to a socket takes. */
const CHUNK_CHARACTERS = 32_768;

/**
 * Newline-delimited JSON as a stream. Resolves when the first piece is there, so that trouble at the start still becomes a
 * problem with its own status; later trouble breaks the connection off, which no client takes for the end.
 */
export async function lines(values: AsyncIterable<unknown> | Iterable<unknown>): Promise<ReadableStream<Uint8Array>> {
  const pieces = encode(values);
  let first: IteratorResult<Uint8Array> | null = await pieces.next();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = first ?? (await pieces.next());
      first = null;
      if (done) controller.close();
      else controller.enqueue(value);
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
