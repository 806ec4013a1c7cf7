import type { Finding } from '../kernel/decision'
import { enTexts } from './en'
import { has, show } from './facts'
import type { Facts, FindingTexts, Language, Speak, Vocabulary } from './language'
import { zhTexts } from './zh'

export type { Language, Vocabulary }

const texts: Readonly<Record<Language, FindingTexts>> = { zh: zhTexts, en: enTexts }

function speakOf(finding: Finding, words: Vocabulary): Speak {
  const remedy = typeof finding.remedy === 'object' ? finding.remedy : undefined
  // the remedy's figures under names of their own: `pass.qty` is the quantity that passes, `qty` the one that was asked
  const passing = Object.fromEntries(Object.entries(remedy?.facts ?? {}).map(([key, value]) => [`pass.${key}`, value]))
  // the path says more than the name of the field: on which line it stands
  const { field } = finding.facts
  const where = typeof field === 'string' && finding.path?.split('.').at(-1) === field ? { field: finding.path } : {}
  const facts: Facts = { ...finding.facts, ...where, ...passing, ...(remedy ? { action: remedy.action } : {}) }
  const v = (key: string): string => show(key, facts[key], words, finding.code)
  return { facts, v, when: (key, phrase) => (has(facts, key) && v(key) !== '' ? phrase : '') }
}

/** What would make it pass, in the reader's language. */
export function remedyOf(finding: Finding, words: Vocabulary): string {
  if (typeof finding.remedy === 'string') return finding.remedy
  return texts[words.language][finding.code].remedy(speakOf(finding, words))
}

/**
 * The finding in words: the object, the figure needed, the figure allowed and what would make it pass. Built from the facts alone,
 * so a fact someone may not see cannot appear: without the minimum the text says only "below the permitted price".
 */
export function messageOf(finding: Finding, words: Vocabulary): string {
  const message = texts[words.language][finding.code].message(speakOf(finding, words))
  const remedy = remedyOf(finding, words)
  return words.language === 'zh' ? `${message}。${remedy}。` : `${message}. ${remedy}.`
}

/** The finding as it is answered and stored: told in the reader's language, always anew, so that no sentence outlives the facts it quotes. */
export const withMessage = (finding: Finding, words: Vocabulary): Finding & { message: string } => ({
  ...finding,
  message: messageOf(finding, words),
  remedy: remedyOf(finding, words),
  ...(typeof finding.remedy === 'object' ? { cure: finding.remedy } : {}),
})
