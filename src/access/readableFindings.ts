import type { PayloadRequest } from 'payload'

import { type Finding, statusOfCode } from '@/src/domain/kernel/decision'
import { withoutForbiddenFacts } from '@/src/domain/people/hiddenFacts'
import { spoken } from '@/src/engine/refusal'

import { personOf } from './roles'

const isFinding = (entry: unknown): entry is Finding =>
  entry !== null && typeof entry === 'object' && 'code' in entry && String(entry.code) in statusOfCode && 'facts' in entry

/** Recorded findings and traces without the figures this person may not know; a finding that lost its text with one is told again without it. */
export function readableFindings({ req, slug, value }: { req: PayloadRequest; slug: string | undefined; value: unknown }): unknown {
  const visible = withoutForbiddenFacts(personOf(req.user), value)
  if (!Array.isArray(visible)) return visible
  return visible.map((entry: unknown) => (isFinding(entry) && !entry.message ? (spoken([entry], req, slug)[0] ?? entry) : entry))
}
