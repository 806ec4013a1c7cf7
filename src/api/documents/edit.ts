import type { Endpoint } from 'payload'

import { isVisible } from '@/src/engine/step'
import { writeDocument } from '@/src/engine/write'

import { bodyOf, depthOf, idIn, write } from './frame'
import { notFound } from '../notFound'
import { requireLogin } from '../whoAsks'

export const edit =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    requireLogin(req)
    const id = idIn(req)
    const body = await bodyOf(req)
    return write({
      req,
      body,
      work: async () => {
        if (!(await isVisible({ req, slug, id }))) throw notFound()
        const written = await writeDocument({ req, slug, id, data: body, depth: depthOf(req), overrideAccess: false })
        return { status: 200, body: { ...written, message: req.t('general:updatedSuccessfully') } }
      },
    })
  }
