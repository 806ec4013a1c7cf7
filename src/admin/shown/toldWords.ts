import { oneText, wordsOf } from './oneText'

/** Words by area and name, as the platform knows them; an area may have areas in it. */
export type Translations = { readonly [name: string]: Translations | string }

const isWord = (entry: [string, Translations | string]): entry is [string, string] => typeof entry[1] === 'string'

/** The words of a page: those of each area as one text. */
export const toldWords = (translations: Translations): Translations =>
  Object.fromEntries(
    Object.entries(translations).map(([area, words]) => {
      const all = Object.entries(words)
      return [area, (typeof words === 'object' && all.every(isWord) && oneText(all)) || words]
    }),
  )

export const heardWords = (told: Translations): Translations =>
  Object.fromEntries(
    Object.entries(told).map(([area, words]) => [area, typeof words === 'string' ? Object.fromEntries(wordsOf(words)) : words]),
  )
