import { APIError } from 'payload'
import type { PayloadRequest } from 'payload'

import { statusOfFindings } from '@/src/domain/kernel/decision'
import type { Finding, WordedFinding } from '@/src/domain/kernel/decision'
import { languageOf, spoken } from '@/src/engine/refusal'

/** The findings as the reader sees them: each with its message in his language. */
export const forReader = (req: PayloadRequest, findings: readonly WordedFinding[], severity: Finding['severity'] = 'error'): Finding[] =>
  findings.flatMap(({ text, ...given }) =>
    spoken([{ ...given, severity }], req).map((finding) => (text ? { ...finding, message: text[languageOf(req)] } : finding)),
  )

/** Refuses the save when there is anything to refuse: status from the codes, every finding in `data.errors`. */
export function refuseIfAny(req: PayloadRequest, findings: readonly WordedFinding[]): void {
  if (findings.length === 0) return
  const errors = forReader(req, findings)
  throw new APIError(errors.map((finding) => finding.message).join(' '), statusOfFindings(errors), { errors }, true)
}
