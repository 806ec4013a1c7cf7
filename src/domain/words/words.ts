export type Language = 'zh' | 'en'

export const isLanguage = (value: unknown): value is Language => value === 'zh' || value === 'en'

/** One thing as staff call it, in both languages. */
export type Words = Readonly<Record<Language, string>>

/** What stands in both languages: as a rule words, else a sentence that takes figures, a list, or words within words. */
type InBoth = Readonly<Record<string, Readonly<Record<Language, unknown>>>>

/** The same for somebody who speaks one language. */
type Told<Said extends InBoth> = { readonly [Name in keyof Said]: Said[Name][Language] }

/**
 * Words by name, told by language, for screens and sheets that speak one language at a time. Wherever words are written down, the two
 * languages of one word stand side by side: `{ save: { zh: '保存', en: 'Save' } }`; who needs one language turns them round with this.
 */
export const inLanguages = <Said extends InBoth>(words: Said): Readonly<Record<Language, Told<Said>>> => {
  const told = (language: Language) => Object.fromEntries(Object.entries(words).map(([name, word]) => [name, word[language]])) as Told<Said>
  return { zh: told('zh'), en: told('en') }
}

/** A label of the platform's in one language: plain text, or words; `otherwise` where it has none. */
export const labelIn = (label: unknown, language: Language, otherwise = ''): string => {
  if (typeof label === 'string') return label
  const word = label !== null && typeof label === 'object' ? Object.entries(label).find(([each]) => each === language)?.[1] : undefined
  return typeof word === 'string' ? word : otherwise
}
