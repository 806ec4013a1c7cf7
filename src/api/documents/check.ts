import { APIError, type Endpoint } from 'payload'

import { readableLines } from '@/src/access/readableLines'
import { personOf } from '@/src/access/roles'
import { maySee } from '@/src/domain/people/sight'
import type { AnyDocument } from '@/src/engine/document'
import { onlyCheck } from '@/src/engine/operation'
import { isVisible } from '@/src/engine/step'
import { type Answer, inOneTransaction } from '@/src/engine/transaction'
import { writeDocument } from '@/src/engine/write'
import { typedMargins } from '@/src/questions/orders/orderMargin'

import { bodyOf, respond } from './frame'
import { notFound } from '../notFound'
import { requireLogin } from '../whoAsks'

/** Decides a document without saving it: prices resolved, guards run, findings told instead of thrown. */
export const check =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    requireLogin(req)
    const body = await bodyOf(req)
    const id = Number.isInteger(body['id']) ? (body['id'] as number) : null
    delete body['version']
    onlyCheck(req)
    const told = async (doc: Record<string, unknown> | null, findings: unknown): Promise<Answer> => ({
      status: 200,
      body: {
        findings,
        lines: doc?.['lines'] ?? [],
        margins: await typedMargins(req, slug, doc?.['lines']),
        totals: { netTotal: doc?.['netTotal'] ?? 0, taxTotal: doc?.['taxTotal'] ?? 0, grossTotal: doc?.['grossTotal'] ?? 0 },
        exchangeRate: doc?.['exchangeRate'] ?? 1,
      },
    })
    try {
      const answer = await inOneTransaction({
        req,
        path: 'check',
        body: null,
        dryRun: true,
        work: async () => {
          if (id !== null && !(await isVisible({ req, slug, id }))) throw notFound()
          const { doc, warnings } = await writeDocument({ req, slug, id, data: body, overrideAccess: false })
          return told(doc, warnings)
        },
      })
      return respond(req, answer)
    } catch (error) {
      const refused = error as { status?: number; data?: { errors?: unknown }; checked?: AnyDocument }
      if (!(error instanceof APIError) || !Array.isArray(refused.data?.errors) || error.status === 404) throw error
      // the document was refused before Payload took out what this person may not read
      const lines = await readableLines(req, slug, refused.checked?.['lines'])
      const totals = maySee(personOf(req.user), 'price') ? refused.checked : {}
      return respond(req, await told(refused.checked ? { ...totals, lines } : null, refused.data.errors))
    }
  }
