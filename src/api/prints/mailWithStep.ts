import type { PayloadRequest } from 'payload'

import { personOf } from '@/src/access/roles'
import { mayUseSheet } from '@/src/access/sheets'
import { readInput } from '@/src/engine/readInput'
import { refuse } from '@/src/engine/refusal'
import { printsOf } from '@/src/pdf/prints'

import { mailInput, mailSheet } from './mailSheet'

/** Steps that take their sheet along when they are told to whom: what is sent is mailed. */
const steps: Readonly<Record<string, string>> = { 'quotes/send': 'quotation' }

type Step = { req: PayloadRequest; slug: string; id: number; verb: string; body: Record<string, unknown> }

/** `POST /api/quotes/<id>/send` `{to?, cc?, bcc?, text?, confirmed?}`: with an address or a text, the sheet is mailed in the same transaction. */
export async function mailWithStep({ req, slug, id, verb, body }: Step): Promise<{ mailed?: object }> {
  const print = printsOf(slug).find(({ name }) => name === steps[`${slug}/${verb}`])
  const { to, cc, bcc, text, confirmed } = body
  if (!print || [to, cc, bcc, text].every((given) => given === undefined || given === null)) return {}
  if (!mayUseSheet(personOf(req.user), print, 'mail')) refuse(req, { code: 'FORBIDDEN', about: slug, facts: { verb: 'mail' } })
  const said = Object.fromEntries(Object.entries({ to, cc, bcc, confirmed, message: text }).filter(([, given]) => given !== undefined && given !== null)) // prettier-ignore
  const sent = await mailSheet({ req, print, id, given: readInput({ req, schema: mailInput, input: said, about: slug }) })
  return sent?.mailed[0] ? { mailed: sent.mailed[0] } : {}
}
