import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

type List = { has: (word: string) => boolean; judge: ZxcvbnFactory }

/** 49,000 passwords that were found in use, and who judges by them; read when the first password is chosen. */
let list: List | undefined

function listed(): List {
  if (list) return list
  const words: ReadonlySet<string> = new Set(dictionary['passwords-common'].map(String))
  list = { has: (word) => words.has(word), judge: new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: 100 }) }
  return list
}

/** A word of the list with figures and signs before and after it (`Welcome-12345`): those are tried next. */
function isWordWithTail(text: string): boolean {
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return core.length >= 4 && text.length - core.length < 8 && listed().has(core)
}

/**
 * Whether a password is one that everybody takes, or such a one with a little around it (`P@ssw0rd2026`, `iloveyou1234`): found within
 * a hundred million guesses by a list of passwords in use. Only the first hundred signs are judged; nobody guesses the others.
 */
export function isCommonPassword(password: string): boolean {
  const text = password.normalize('NFKC').toLowerCase()
  return isWordWithTail(text) || [password, text].some((given) => listed().judge.check(given.slice(0, 100)).score < 3)
}
