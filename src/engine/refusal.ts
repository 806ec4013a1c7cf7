import { APIError, type PayloadRequest } from 'payload'

import { type Finding, statusOfFindings } from '@/src/domain/kernel/decision'
import { withMessage } from '@/src/domain/messages/findings'

export type Language = 'zh' | 'en'

/** Language of the person asking: the request's, else the user's own, else Chinese. */
export const languageOf = (req: PayloadRequest): Language =>
  (req.i18n?.language ?? (req.user as { language?: string } | null)?.language) === 'en' ? 'en' : 'zh'

/** The findings with their message and what would make them pass, in the reader's language. */
export const spoken = (findings: readonly Finding[], req: PayloadRequest): Finding[] =>
  findings.map((finding) => withMessage(finding, languageOf(req)))

/** A business refusal: every finding with code, facts and what would make it pass. Thrown, it rolls the operation back. */
export function refusal(findings: readonly Finding[], req: PayloadRequest): APIError {
  const errors = spoken(
    findings.filter(({ severity }) => severity === 'error'),
    req,
  )
  const message = errors.map((finding) => finding.message).join(' ')
  return new APIError(message, statusOfFindings(errors), { errors }, true)
}

/** Shorthand for a single finding of severity error. */
export const refuse = (req: PayloadRequest, finding: Omit<Finding, 'severity'>): never => {
  throw refusal([{ ...finding, severity: 'error' }], req)
}
