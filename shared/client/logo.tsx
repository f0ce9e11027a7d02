import { useSignal } from '@preact/signals';

/** The office's logo before its name, which says the same in words; nothing where it does not load. */
export function Logo({ src }: { src: string | null }) {
  const broken = useSignal(false);
  if (src === null || broken.value) return null;
  return (
    <img
      class="logo"
      src={src}
      alt=""
      onError={() => {
        broken.value = true;
      }}
    />
  );
}
