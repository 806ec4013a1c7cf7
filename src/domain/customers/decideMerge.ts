import type { Finding } from '../kernel/decision'
import type { Role } from '../people/person'
import { type Party, standingFindings } from './standing'

/** Besides whoever has the right of his own (`mergeCustomers`). */
export const mergers: readonly Role[] = ['generalManager', 'admin']

/** A customer as far as it may become one with another. `billTo`: himself, when he pays himself. */
export type Merging = Party & { currency: string | null; billTo: number; hold: string; mergedInto: string | null }

export type MergeFacts = {
  /** the record that ends */
  from: Merging
  /** the record that stays */
  into: Merging
  /** what of the former has to be finished first: open credit limits and ratings, requests for release, price adjustments, changes */
  unfinished: ReadonlyArray<{ slug: string; id: number; no: string; status: string }>
  /** price policies of both that say a price for the same */
  policies: ReadonlyArray<{ id: number; about: string }>
  /** whether goods of the former have still to leave */
  begins: boolean
}

const refused = (path: string, facts: Record<string, unknown>, action: string): Finding => ({
  code: 'INVALID_INPUT',
  severity: 'error',
  path,
  facts: { field: path, rule: 'merge', ...facts },
  remedy: { action },
})

/**
 * Whether two records become one, and everything that stands in the way at once. One currency, one payer, no stop that would be lost, nothing
 * half decided, no two prices for the same. A branch paid for by the head office it becomes part of is no obstacle; a head office paid for
 * by its branch is.
 */
export function decideMerge({ from, into, unfinished, policies, begins }: MergeFacts): Finding[] {
  if (from.id === into.id) return [refused('into', { value: into.code, accepted: 'another customer' }, 'chooseOther')]
  const gone = [from, into].filter(({ mergedInto }) => mergedInto !== null)
  if (gone.length > 0)
    return gone.map((party): Finding => ({
      code: 'ILLEGAL_STEP',
      severity: 'error',
      path: party === into ? 'into' : '',
      facts: { status: 'merged', customer: party.code, into: party.mergedInto, allowed: [] },
    }))
  const payerOf = (party: Merging): number => (party.billTo === from.id || party.billTo === into.id ? into.id : party.billTo)
  const findings: Finding[] = []
  if ((from.currency ?? '') !== (into.currency ?? ''))
    findings.push(refused('currency', { value: from.currency, accepted: into.currency }, 'sameCurrency'))
  if (payerOf(from) !== payerOf(into) || into.billTo === from.id)
    findings.push(refused('billTo', { value: from.code, accepted: into.code }, 'samePayer'))
  if (from.hold !== into.hold && (from.hold === 'stop' || into.hold === 'noCheck'))
    findings.push(refused('credit.hold', { value: from.hold, accepted: into.hold }, 'sameHold'))
  if (unfinished.length > 0)
    findings.push({
      code: 'DOWNSTREAM_EXISTS',
      severity: 'error',
      facts: { documents: unfinished, rule: 'unfinished' },
      remedy: { action: 'finish' },
    })
  if (policies.length > 0)
    findings.push({
      code: 'POLICY_AMBIGUOUS',
      severity: 'error',
      facts: { policies: policies.map(({ id }) => id), about: policies.map(({ about }) => about) },
    })
  if (begins || from.status === 'frozen')
    findings.push(...standingFindings({ customer: begins ? into : from, payer: begins ? into : from }))
  return findings
}
