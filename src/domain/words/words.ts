export type Language = 'zh' | 'en'

/** One thing as staff call it, in both languages. */
export type Words = Readonly<Record<Language, string>>
