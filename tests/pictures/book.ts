/** `docs/SCREENS.md`, a book with pictures of all screens: chapters of pictures with captions. */
import type { Locator, Page } from 'playwright-core';
import type { Photographer } from './photographer.ts';

interface Picture {
  file: string;
  caption: string;
}

const PER_ROW = 3;

export class Book {
  readonly #photographer: Photographer;
  readonly #chapters: { title: string; pictures: Picture[] }[] = [];

  constructor(photographer: Photographer) {
    this.#photographer = photographer;
  }

  get photographer(): Photographer {
    return this.#photographer;
  }

  /** The address of `name` among the pictures: PNG for names that end in it. */
  static file(name: string): string {
    return `screens/${name.includes('.') ? name : `${name}.jpg`}`;
  }

  chapter(title: string): void {
    this.#chapters.push({ title, pictures: [] });
  }

  /** `name` is the picture's path in the folder of screens, without `.jpg`. */
  async show(page: Page, name: string, caption: string, part: Page | Locator = page): Promise<void> {
    await this.#photographer.take(page, name, part);
    this.#chapters.at(-1)?.pictures.push({ file: Book.file(name), caption });
  }

  text(): string {
    const chapters = this.#chapters.map(({ title, pictures }) => `## ${title}\n\n${rows(pictures).join('\n\n')}\n`);
    return `# Every screen

Taken from a running office by \`npm run pictures\`; after a change of a screen run it again and look at them.

${chapters.join('\n')}`;
  }
}

/** Each row of pictures is a table of its own, with the captions as its head: Markdown has no table without a head. */
function rows(pictures: readonly Picture[]): string[] {
  const found: string[] = [];
  for (let first = 0; first < pictures.length; first += PER_ROW) {
    const row = pictures.slice(first, first + PER_ROW);
    const line = (cell: (picture: Picture) => string) => `| ${row.map(cell).join(' | ')} |`;
    found.push(
      [line(({ caption }) => caption), line(() => '---'), line(({ file, caption }) => `![${caption}](${file})`)].join(
        '\n',
      ),
    );
  }
  return found;
}
