import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import type { Translations } from './toldWords'

/** The words the scripts of this build name (`src/server/build.ts`); what was not built so says all words. */
const file = path.join(process.cwd(), '.next/words.json')

let known: ReadonlySet<string> | null | undefined

function named(): ReadonlySet<string> | null {
  if (known === undefined)
    known =
      process.env.NODE_ENV === 'production' && existsSync(file)
        ? new Set(JSON.parse(readFileSync(file, 'utf8')) as readonly string[])
        : null
  return known
}

/** Several words under one name differ by what is counted. */
const nameOf = (word: string): string => word.replace(/_(?:zero|one|two|few|many|other)$/, '')

/** Of all words of the platform, those a screen of this house may say. */
export function spoken(translations: Translations, words: ReadonlySet<string> | null = named()): Translations {
  if (!words) return translations
  const isSpoken = (area: string, word: string): boolean => words.has(`${area}:*`) || words.has(`${area}:${nameOf(word)}`)
  return Object.fromEntries(
    Object.entries(translations).flatMap(([area, all]): Array<[string, Translations | string]> => {
      if (typeof all === 'string') return [[area, all]]
      const spokenOnes = Object.entries(all).filter(([word, said]) => typeof said !== 'string' || isSpoken(area, word))
      return spokenOnes.length > 0 ? [[area, Object.fromEntries(spokenOnes)]] : []
    }),
  )
}
