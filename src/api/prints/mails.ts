import { APIError, type Endpoint } from 'payload'

import { personOf } from '@/src/access/roles'
import { mayUseSheet } from '@/src/access/sheets'
import { printsOf } from '@/src/pdf/prints'
import { sentMails } from '@/src/questions/control/sentMails'

import { notFound } from '../notFound'

/** `GET /api/<slug>/<id>/mails`: what was sent about a document, to whom, by whom, and what became of it; for whoever may print it. */
export const mails =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    if (!req.user) throw new APIError('Unauthorized', 401, undefined, true)
    const id = Number(req.routeParams?.['id'])
    if (!Number.isInteger(id) || id < 1) throw notFound()
    if (!printsOf(slug).some((print) => mayUseSheet(personOf(req.user), print, 'print')))
      throw new APIError('Forbidden', 403, undefined, true)
    const found = await sentMails({ req, slug, id })
    if (!found) throw notFound()
    return Response.json({ mails: found })
  }
