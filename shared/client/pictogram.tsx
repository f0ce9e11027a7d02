import sprite from './pictograms.svg?url';

/** One drawing of pictograms.svg in the colour of the text, always beside words that say the same. Its size is `1.5em` unless the page sets another. */
export function Pictogram({ name }: { name: string }) {
  return (
    <svg class="pictogram" aria-hidden="true">
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}
