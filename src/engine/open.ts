import type { PayloadRequest } from 'payload'

import { lockDocumentRow, type LockedDocument } from '@/src/ledger/locks'
import { whoChanged } from '@/src/ledger/facts/history'

import { actorOf } from './actor'
import { now } from './clock'
import type { DocumentRules } from './document'
import { offeredVerbs } from './offered'
import type { Operation } from './operation'
import { refuse } from './refusal'

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
  await refuseStale({ req, rules, locked, seen: submitted['version'] ?? operation.body['version'] })
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

/** Whoever saves over a change he has not seen is told who changed what. */
async function refuseStale({
  req,
  rules,
  locked,
  seen,
}: Pick<Opening, 'req' | 'rules'> & { locked: LockedDocument; seen: unknown }): Promise<void> {
  if (seen === undefined || seen === null || Number(seen) === locked.version) return
  const changes = await whoChanged({ req, slug: rules.slug, id: locked.id, sinceVersion: Number(seen) })
  refuse(req, {
    code: 'STALE_VERSION',
    facts: {
      given: Number(seen),
      current: locked.version,
      changedBy: [...new Set(changes.flatMap(({ user }) => user ?? []))],
      changed: [...new Set(changes.flatMap(({ fields }) => fields))],
      changes,
    },
  })
}
