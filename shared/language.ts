export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language of the product. */
export type Text = Record<Language, string>;
