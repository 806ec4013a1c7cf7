import { APIError, type PayloadRequest } from 'payload'

import { type Finding, statusOfFindings, type WordedFinding } from '@/src/domain/kernel/decision'
import { withMessage } from '@/src/domain/messages/findings'
import { withoutForbiddenFacts } from '@/src/domain/people/hiddenFacts'
import { maySee } from '@/src/domain/people/sight'
import type { Language } from '@/src/domain/words/words'

import { workOf } from './operation'
import { vocabularyOf } from './words'

import { actorOf } from './actor'

export type { Language } from '@/src/domain/words/words'

/** Language of the person asking: the request's, else the user's own, else Chinese. */
export const languageOf = (req: PayloadRequest): Language =>
  (req.i18n?.language ?? (req.user as { language?: string } | null)?.language) === 'en' ? 'en' : 'zh'

/** What is being written, innermost first; else what the request names. */
function inHand(req: PayloadRequest): string | undefined {
  const { inHand: writing, handed } = workOf(req)
  const named = req.routeParams?.['collection'] ?? req.routeParams?.['global']
  return (writing.at(-1) ?? handed.at(-1))?.slug ?? (typeof named === 'string' ? named : undefined)
}

/** A finding; one that is told in words of its own brings them. */
type Told = Finding & Pick<WordedFinding, 'text'>

/** The findings with their message and what would make them pass, in the reader's language and the words of their document. */
export function spoken(findings: readonly Told[], req: PayloadRequest, slug = inHand(req), language = languageOf(req)): Finding[] {
  return findings.map(({ about, text, ...finding }) => {
    const told = withMessage(finding, vocabularyOf({ payload: req.payload, slug: about ?? slug, language }))
    return text ? { ...told, message: text[language] } : told
  })
}

/** Whoever reads no prices is told none in a refusal or a warning either. The house itself is told everything. */
export const knownTo = (req: PayloadRequest, findings: readonly Finding[]): readonly Finding[] => {
  const person = actorOf(req)
  return person === null || maySee(person, 'price') ? findings : (withoutForbiddenFacts(person, findings) as Finding[])
}

/** A business refusal: every finding with code, facts and what would make it pass. Thrown, it rolls the operation back. */
export function refusal(findings: readonly Told[], req: PayloadRequest): APIError {
  const errors = spoken(
    knownTo(
      req,
      findings.filter(({ severity }) => severity === 'error'),
    ),
    req,
  )
  const message = errors.map((finding) => finding.message).join(' ')
  return new APIError(message, statusOfFindings(errors), { errors }, true)
}

/** Shorthand for a single finding of severity error. */
export const refuse = (req: PayloadRequest, finding: Omit<Finding, 'severity'>): never => {
  throw refusal([{ ...finding, severity: 'error' }], req)
}

/** Refuses when there is anything to refuse: all findings together. */
export function refuseIfAny(req: PayloadRequest, findings: readonly WordedFinding[]): void {
  if (findings.length === 0) return
  throw refusal(
    findings.map((finding) => ({ ...finding, severity: 'error' })),
    req,
  )
}
