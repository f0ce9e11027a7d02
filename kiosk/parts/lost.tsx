import { useEffect, useState } from 'preact/hooks';
import { Message } from './message.tsx';
import { words } from './words.ts';

/** A shorter loss is not worth another page: the sentence in the frame says it. */
const LONG_MS = 10_000;

/** Replaces pages on which nothing could be chosen now, and whose waits would be out of date. */
export function useLongLost(lost: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!lost) return setLong(false);
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, [lost]);
  return lost && long;
}

export function Lost() {
  return <Message role="alert" kind="lost" working title={words().lost} help={words().lostHelp} />;
}
