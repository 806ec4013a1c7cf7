export type Language = 'zh' | 'en'

export const isLanguage = (value: unknown): value is Language => value === 'zh' || value === 'en'

/** One thing as staff call it, in both languages. */
export type Words = Readonly<Record<Language, string>>
