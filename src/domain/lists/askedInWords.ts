import type { Condition } from './address'

/** Whoever asks for a word of the house asks for the code that stands for it. One of several codes may stand among others. */
export const asCodes = (name: string, codes: readonly string[]): Condition[] =>
  codes.map((code) => ({ [name]: { [/^[A-Z_]+$/.test(code) ? 'contains' : 'equals']: code } }))

type Words = { fields: ReadonlySet<string>; meant: (text: string) => readonly string[] }

/** A condition as it is read, with what its words stand for: `reason contains 没有权限` finds FORBIDDEN as well as what somebody wrote. */
export function askedInWords(condition: Condition, words: Words): Condition {
  const asked = Object.entries(condition).map(([name, given]): Condition => {
    if (Array.isArray(given)) return { [name]: given.map((one: Condition) => askedInWords(one, words)) }
    const { contains, like } = (given ?? {}) as { contains?: unknown; like?: unknown }
    const text = contains ?? like
    const codes = words.fields.has(name) && typeof text === 'string' ? words.meant(text) : []
    return codes.length > 0 ? { or: [{ [name]: given }, ...asCodes(name, codes)] } : { [name]: given }
  })
  return asked.length === 1 ? (asked[0] ?? {}) : { and: asked }
}
