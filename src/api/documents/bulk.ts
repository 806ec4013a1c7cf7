import { APIError, type Endpoint } from 'payload'

import { refuseForeignRow } from '@/src/access/refuseForeignRow'
import { refuseUnseenIn } from '@/src/access/refuseUnseen'
import { rulesOf } from '@/src/engine/define'
import { refusal } from '@/src/engine/refusal'
import { isVisible, pressVerb } from '@/src/engine/step'
import { inOneTransaction } from '@/src/engine/transaction'

import { auditBeside, codesOf } from '../recordRefusals'
import { answerTo } from '../refusals'
import { bodyOf, respond } from './frame'
import { notFound } from '../notFound'
import { requireLogin } from '../whoAsks'

/** Each document in its own transaction: one refusal hides nothing and leaves nothing half-written. */
export const bulk =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    requireLogin(req)
    const name = String(req.routeParams?.['verb'])
    if (!Object.hasOwn(rulesOf(slug).verbs, name)) throw notFound()
    const { ids, ...body } = await bodyOf(req)
    if (!Array.isArray(ids) || ids.length === 0 || ids.length > 500 || !ids.every((id) => Number.isInteger(id))) {
      throw refusal(
        [{ code: 'INVALID_INPUT', severity: 'error', path: 'ids', facts: { field: 'ids', value: null, accepted: '1–500 ids' } }],
        req,
      )
    }
    const results: unknown[] = []
    for (const id of ids as number[]) {
      req.context = {}
      delete req.transactionID
      try {
        const answer = await inOneTransaction({
          req,
          path: `bulk ${slug}/${id}/${name}`,
          part: String(id),
          body,
          dryRun: body['dryRun'] === true,
          work: async () => {
            if (!(await isVisible({ req, slug, id }))) throw notFound()
            await refuseForeignRow({ req, slug, id, verb: name })
            await refuseUnseenIn(req, body)
            return { status: 200, body: await pressVerb({ req, slug, id, verb: name, body }) }
          },
        })
        results.push({ id, ok: true, ...(answer.body as object) })
      } catch (error) {
        const told = await answerTo(req, error as Error)
        if (error instanceof APIError && told.status < 500 && body['dryRun'] !== true && told.status !== 404)
          await auditBeside(req, {
            slug,
            documentId: id,
            verb: 'refused',
            reason: codesOf(error),
            changes: [{ path: name, before: null, after: codesOf(error) }],
          })
        results.push({ id, ok: false, ...told })
      }
    }
    return respond(req, { status: 200, body: { results } })
  }
