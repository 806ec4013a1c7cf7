import type { PayloadRequest } from 'payload'

import { lockDocumentRow } from '@/src/ledger/locks'

import { actorOf } from './actor'
import { now } from './clock'
import type { DocumentRules } from './document'
import { offeredVerbs } from './offered'
import type { Operation } from './operation'
import { refuse } from './refusal'
import { refuseStale } from './refuseStale'

export type NamedVerb = { verb: string; body: Record<string, unknown> }

type Opening = {
  req: PayloadRequest
  rules: DocumentRules
  id: number | null
  /** What is done to it; absent: it is entered or edited. */
  named?: NamedVerb | undefined
  /** What the person sent, before Payload merges it with what is stored. */
  submitted: Record<string, unknown>
}

/**
 * Locks the document and checks the version the caller has seen; a new one needs no lock. Payload reads it after this lock and gives it
 * to the hooks: it is not read twice.
 */
export async function openOperation({ req, rules, id, named, submitted }: Opening): Promise<Operation> {
  const operation: Operation = {
    slug: rules.slug,
    id,
    verb: named?.verb ?? (id === null ? 'create' : 'save'),
    body: named?.body ?? {},
    now: now(req),
    locked: null,
    stored: null,
    findings: [],
  }
  if (id === null) {
    refuseStatus({ req, rules, submitted, status: rules.initial })
    return operation
  }
  await rules.lockFirst?.(req, id)
  const locked = await lockDocumentRow({ req, slug: rules.slug, id })
  if (!locked) return operation // Payload answers 404
  await refuseStale({ req, slug: rules.slug, id, seen: submitted['version'] ?? operation.body['version'], current: locked.version })
  if (!named) refuseStatus({ req, rules, submitted, status: locked.status })
  operation.locked = locked
  return operation
}

type Judged = Pick<Opening, 'req' | 'rules' | 'submitted'> & { status: string }

/** A status is changed by a verb, never by writing it. */
function refuseStatus({ req, rules, submitted, status }: Judged): void {
  const wanted = submitted['status']
  if (wanted === undefined || wanted === null || wanted === status) return
  const told = rules.statusRefusedAs?.(actorOf(req))
  if (told) refuse(req, told)
  refuse(req, {
    code: 'ILLEGAL_STEP',
    about: rules.slug,
    path: 'status',
    facts: { status, verb: 'save', allowed: offeredVerbs(rules, status) },
  })
}
