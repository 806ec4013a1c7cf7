import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** Areas of the platform's words of which a script names single words by putting their names together: which they may be, or all. */
const putTogether: Readonly<Record<string, readonly string[] | 'all'>> = { general: ['true', 'false'], operators: 'all' }

const named = /["'`]([a-z][a-zA-Z]*):([a-z]\w*)["'`]/g
const begun = /`([a-z][a-zA-Z]*):\$\{/g

/** The words a script names (`general:save`); of those whose names it puts together, `area:*` where they may be any of an area. */
export function wordsIn(script: string): string[] {
  const together = [...script.matchAll(begun)].flatMap(([, area = '']) => {
    const words = putTogether[area] ?? []
    return words === 'all' ? [`${area}:*`] : words.map((word) => `${area}:${word}`)
  })
  return [...[...script.matchAll(named)].map(([, area, word]) => `${area}:${word}`), ...together]
}

/** The words all scripts name that browsers are sent. */
export async function spokenWords(scripts: string): Promise<string[]> {
  const files = (await readdir(scripts, { recursive: true })).filter((file) => file.endsWith('.js'))
  const words = new Set<string>()
  for (const file of files) for (const word of wordsIn(await readFile(path.join(scripts, file), 'utf8'))) words.add(word)
  return [...words].sort()
}
