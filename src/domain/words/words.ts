export type Language = 'zh' | 'en'

export const isLanguage = (value: unknown): value is Language => value === 'zh' || value === 'en'

/** One thing as staff call it, in both languages. */
export type Words = Readonly<Record<Language, string>>

/** Words by name, told by language: for screens and sheets that speak one language at a time. */
export const inLanguages = <Name extends string>(
  words: Readonly<Record<Name, Words>>,
): Readonly<Record<Language, Readonly<Record<Name, string>>>> => {
  const told = (language: Language) =>
    Object.fromEntries(Object.entries<Words>(words).map(([name, word]) => [name, word[language]])) as Record<Name, string>
  return { zh: told('zh'), en: told('en') }
}
