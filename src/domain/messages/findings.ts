import type { Finding } from '../kernel/decision'
import { enTexts } from './en'
import { has, show } from './facts'
import type { Facts, FindingTexts, Language, Speak } from './language'
import { zhTexts } from './zh'

export type { Language }

const texts: Readonly<Record<Language, FindingTexts>> = { zh: zhTexts, en: enTexts }

function speakOf(finding: Finding, language: Language): Speak {
  const remedy = typeof finding.remedy === 'object' ? finding.remedy : undefined
  // the remedy's figures under names of their own: `pass.qty` is the quantity that passes, `qty` the one that was asked
  const passing = Object.fromEntries(Object.entries(remedy?.facts ?? {}).map(([key, value]) => [`pass.${key}`, value]))
  const facts: Facts = { ...finding.facts, ...passing, ...(remedy ? { action: remedy.action } : {}) }
  return { facts, v: (key) => show(facts[key], language), when: (key, phrase) => (has(facts, key) ? phrase : '') }
}

/** What would make it pass, in the reader's language. */
export function remedyOf(finding: Finding, language: Language): string {
  if (typeof finding.remedy === 'string') return finding.remedy
  return texts[language][finding.code].remedy(speakOf(finding, language))
}

/**
 * The finding in words: the object, the figure needed, the figure allowed and what would make it pass. Built from the facts alone,
 * so a fact someone may not see cannot appear: without the minimum the text says only "below the permitted price" (M-11).
 */
export function messageOf(finding: Finding, language: Language): string {
  const message = texts[language][finding.code].message(speakOf(finding, language))
  const remedy = remedyOf(finding, language)
  return language === 'zh' ? `${message}。${remedy}。` : `${message}. ${remedy}.`
}

/** The finding as it is answered and stored: told in the reader's language, always anew, so that no sentence outlives the facts it quotes. */
export const withMessage = (finding: Finding, language: Language): Finding & { message: string } => ({
  ...finding,
  message: messageOf(finding, language),
  remedy: remedyOf(finding, language),
})
