import { departmentWords, roleWords } from '../words/peopleWords'
import type { Role } from '../people/person'
import type { Words } from '../words/words'

/** Verbs that lead a document on, furthest first: the first that is open to somebody is its next step. */
export const leadingVerbs = [
  ...['create-invoice', 'create-delivery', 'issue', 'post', 'ship', 'receive', 'complete', 'start', 'convert', 'ready', 'accept', 'close'],
  ...['create-order', 'confirm', 'send', 'approve', 'release', 'rule', 'review', 'submit'],
] as const

export type OpenVerb = { name: string; label: Words; roles: readonly Role[] }

/** Whom a step waits for: whoever has one of these roles, or, where a right decides that is given to persons, these by name. */
export type Whom = { roles: readonly Role[] } | { people: readonly string[] }

export type NextStep = { verb: Words; who: Words; isMine: boolean }

const listed = (names: readonly Words[]): Words => ({
  zh: names.map(({ zh }) => zh).join('、'),
  en: names.map(({ en }) => en).join(', '),
})

const nobody: Words = { zh: '有权限的人（尚无人）', en: 'whoever has the right (nobody yet)' }

const mostNamed = 3

/** A few people by name; of many how many more. */
function named(people: readonly string[]): Words {
  if (people.length === 0) return nobody
  const { zh, en } = listed(people.slice(0, mostNamed).map((name) => ({ zh: name, en: name })))
  const more = people.length - mostNamed
  return more > 0 ? { zh: `${zh}等 ${people.length} 人`, en: `${en} and ${more} more` } : { zh, en }
}

type Department = keyof typeof departmentWords

/** Of the verbs that are open the one that leads a document furthest. */
export function leadingVerb<Open extends { name: string }>(verbs: readonly Open[]): Open | undefined {
  const name = leadingVerbs.find((each) => verbs.some((verb) => verb.name === each))
  return verbs.find((each) => each.name === name)
}

/**
 * What a document waits for, and whom: the verb that leads it furthest, of those the state allows, and whoever may run it; a review waits for
 * the departments that have not answered. Null when nothing leads on from here.
 */
export function nextStep({
  verb,
  whom,
  mine,
  unanswered,
}: {
  verb: OpenVerb | undefined
  /** where the roles of the verb do not tell it of this document */
  whom?: Whom | undefined
  /** those the person who reads it can run now */
  mine: readonly string[]
  unanswered: readonly Department[]
}): NextStep | null {
  if (!verb) return null
  const isReview = verb.name === 'review' && unanswered.length > 0
  const told = whom ?? verb
  const who = 'people' in told ? named(told.people) : listed(told.roles.map((role) => roleWords[role]))
  return {
    verb: verb.label,
    who: isReview ? listed(unanswered.map((department) => departmentWords[department])) : who,
    isMine: mine.includes(verb.name),
  }
}
