import { departmentWords, roleWords } from '../words/peopleWords'
import type { Role } from '../people/person'
import type { Words } from '../words/words'

/** Verbs that lead a document on, furthest first: the first that is open to somebody is its next step. */
export const leadingVerbs = [
  ...['create-invoice', 'create-delivery', 'issue', 'post', 'ship', 'receive', 'complete', 'start', 'convert', 'ready', 'accept', 'close'],
  ...['create-order', 'confirm', 'send', 'approve', 'release', 'rule', 'review', 'submit'],
] as const

export type OpenVerb = { name: string; label: Words; roles: readonly Role[] }

export type NextStep = { verb: Words; who: Words; isMine: boolean }

const listed = (names: readonly Words[]): Words => ({
  zh: names.map(({ zh }) => zh).join('、'),
  en: names.map(({ en }) => en).join(', '),
})

type Department = keyof typeof departmentWords

/**
 * What a document waits for, and whom: the verb that leads it furthest, of those the state allows, and the roles that may run it; a review
 * waits for the departments that have not answered. Null when nothing leads on from here.
 */
export function nextStep({
  verbs,
  mine,
  unanswered,
}: {
  verbs: readonly OpenVerb[]
  /** those the person who reads it can run now */
  mine: readonly string[]
  unanswered: readonly Department[]
}): NextStep | null {
  const name = leadingVerbs.find((each) => verbs.some((verb) => verb.name === each))
  const verb = verbs.find((each) => each.name === name)
  if (!verb) return null
  const isReview = verb.name === 'review' && unanswered.length > 0
  return {
    verb: verb.label,
    who: listed(isReview ? unanswered.map((department) => departmentWords[department]) : verb.roles.map((role) => roleWords[role])),
    isMine: mine.includes(verb.name),
  }
}
