import { plainWord } from '@/src/domain/lookup/typed'

import type { ImportColumn } from '../column'

type Choices = NonNullable<ImportColumn['choices']>

const known = new WeakMap<Choices, ReadonlyMap<string, string>>()

/** The choices of a column by how each may be written: its code, its words in either language. The first that is called so counts. */
function byWord(choices: Choices): ReadonlyMap<string, string> {
  const found = known.get(choices)
  if (found) return found
  const words = new Map<string, string>()
  for (const { value, label } of choices)
    for (const word of [value, label.zh, label.en]) if (!words.has(plainWord(word))) words.set(plainWord(word), value)
  known.set(choices, words)
  return words
}

/** The choice that a cell names; undefined where it is none of them. */
export const chosen = ({ choices }: Pick<ImportColumn, 'choices'>, text: string): string | undefined =>
  choices && byWord(choices).get(plainWord(text))
