import type { PayloadRequest } from 'payload'

import { type Finding, statusOfCode } from '@/src/domain/kernel/decision'
import { withoutForbiddenFacts } from '@/src/domain/people/hiddenFacts'
import { languageOf, spoken } from '@/src/engine/refusal'

import { personOf } from './roles'

const isFinding = (entry: unknown): entry is Finding =>
  entry !== null && typeof entry === 'object' && 'code' in entry && String(entry.code) in statusOfCode && 'facts' in entry

/** A finding that lost its text is told again without it; so is one that was told to whoever reads the other language, where it has no words of its own. */
function retold(req: PayloadRequest, finding: Finding, slug: string | undefined): Finding {
  const { remedy: _sentence, cure, ...decided } = finding
  const asDecided: Finding = cure ? { ...decided, remedy: cure } : decided
  const [told = finding] = spoken([asDecided], req, slug)
  if (!finding.message) return told
  const [other] = spoken([asDecided], req, slug, languageOf(req) === 'en' ? 'zh' : 'en')
  return other?.message === finding.message ? told : finding
}

/** Recorded findings and traces without the figures this person may not know, in his language. */
export function readableFindings({ req, slug, value }: { req: PayloadRequest; slug: string | undefined; value: unknown }): unknown {
  const visible = withoutForbiddenFacts(personOf(req.user), value)
  if (!Array.isArray(visible)) return visible
  return visible.map((entry: unknown) => (isFinding(entry) ? retold(req, entry, slug) : entry))
}
