import type { Endpoint } from 'payload'

import { printsOffered } from '@/src/pdf/prints'
import type { PrintedDocument } from '@/src/pdf/sheet'
import { headDocument, headOf } from '@/src/questions/control/documentHead'

import { idIn, respond } from './frame'
import { notFound } from '../notFound'
import { requireLogin } from '../whoAsks'

export const verbs =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    requireLogin(req)
    const id = idIn(req)
    const doc = await headDocument({ req, slug, id })
    if (!doc) throw notFound()
    const head = await headOf({ req, slug, doc })
    return respond(req, { status: 200, body: { ...head, prints: printsOffered(slug, doc as PrintedDocument, req.user) } })
  }
