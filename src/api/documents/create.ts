import type { Endpoint } from 'payload'

import { refuseUnseenData } from '@/src/access/refuseUnseen'
import { rulesOf } from '@/src/engine/define'
import { writeDocument } from '@/src/engine/write'

import { bodyOf, depthOf, write } from './frame'
import { requireLogin } from '../whoAsks'

export const create =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    requireLogin(req)
    const body = await bodyOf(req)
    return write({
      req,
      body,
      work: async () => {
        const rules = rulesOf(slug)
        // before it is said that there is one already; whatever is written is asked in any case
        if (rules.existing) await refuseUnseenData({ req, slug, operation: 'create', data: body })
        const existing = (await rules.existing?.(req, body)) ?? null
        if (existing !== null) {
          const doc = await req.payload.findByID({
            collection: rules.slug,
            id: existing,
            depth: depthOf(req),
            overrideAccess: false,
            req,
          })
          return { status: 200, body: { doc, message: 'exists', warnings: [] } }
        }
        const written = await writeDocument({ req, slug, id: null, data: body, depth: depthOf(req), overrideAccess: false })
        return { status: 201, body: { ...written, message: req.t('general:successfullyCreated', { label: '' }).trim() } }
      },
    })
  }
