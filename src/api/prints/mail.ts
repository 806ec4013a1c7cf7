import { addDataAndFileToRequest, type Endpoint } from 'payload'

import { refuseUnseenIn } from '@/src/access/refuseUnseen'
import { readInput } from '@/src/engine/readInput'
import { inOneTransaction } from '@/src/engine/transaction'

import { notFound } from '../notFound'
import { mailInput, mailSheet } from './mailSheet'
import { sheetAsked } from './sheetAsked'

/**
 * `POST /api/<slug>/<id>/mail` `{to?, cc?, bcc?, language?, subject?, message?, name?, customer?, confirmed?, dryRun?}`: the sheet goes to the customer
 * (his main contact when nobody is named; each customer concerned his own copy; `skipped` names those without an address), in the language
 * named, else the customer's, else the sender's, through the outbox, and the audit log says so. Only contacts of the customer are written to,
 * unless that is confirmed. With `dryRun` nothing is sent.
 */
export const mail =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    await addDataAndFileToRequest(req)
    const given = readInput({ req, schema: mailInput, input: req.data ?? {} })
    const { print, id } = sheetAsked(req, slug, given.name ?? null, 'mail')
    await refuseUnseenIn(req, { customer: given.customer })
    const answer = await inOneTransaction({
      req,
      path: `POST /${slug}/${String(id)}/mail`,
      body: given,
      dryRun: given.dryRun ?? false,
      work: async () => {
        const sent = await mailSheet({ req, print, id, given })
        if (!sent) throw notFound()
        return { status: 200, body: print.copies && !given.to ? sent : { mailed: sent.mailed[0] } }
      },
    })
    return Response.json(answer.body, { status: answer.status })
  }
