import { ask } from '../../request/ask'
import type { Told } from '../../request/refusals'
import type { Shown } from './FactorSetUp'

/** What was given first: a password, or what a provider says (`sso`). */
export type Given = { email: string; password: string } | { sso: string }

/** What a log-in asks for besides: the code, or the set-up of what makes codes. */
export type FactorStep = { at: 'code'; given: Given } | { at: 'setUp'; given: Given; ticket: string; shown: Shown }

const ticketIn = (refusals: readonly Told[]): string => {
  const facts = (refusals[0] as { facts?: { ticket?: unknown } } | undefined)?.facts
  return typeof facts?.ticket === 'string' ? facts.ticket : ''
}

export const tryIn = (given: Given, more: { code?: string; ticket?: string }, language: string) =>
  ask('sso' in given ? '/api/users/oidc/enter' : '/api/users/login', { send: { ...given, ...more }, language }).catch(() => null)

/** The step a refused log-in leads to; null: none, it was refused. */
export async function factorStep(given: Given, refusals: readonly Told[], language: string): Promise<FactorStep | null> {
  if (refusals.some(({ code }) => code === 'SECOND_FACTOR_REQUIRED')) return { at: 'code', given }
  if (!refusals.some(({ code }) => code === 'SECOND_FACTOR_SETUP')) return null
  const ticket = ticketIn(refusals)
  const begun = await ask<Shown>('/api/users/second-factor/begin', { send: { ticket }, language })
  return begun.ok ? { at: 'setUp', given, ticket, shown: begun.body } : null
}
