import type { CollectionBeforeChangeHook, CollectionSlug } from 'payload'

import { refuseIfAny } from '@/src/engine/refusal'

/** A tree stays a tree: a record cannot stand below itself, at whatever distance (`path` names the link upwards). */
export const refuseCycle =
  (path: string): CollectionBeforeChangeHook =>
  async ({ collection, data, originalDoc, req }) => {
    const own: unknown = originalDoc?.id
    let next: unknown = typeof data[path] === 'object' ? data[path]?.id : data[path]
    for (let depth = 0; own && next; depth += 1) {
      if (next === own || depth > 20) {
        refuseIfAny(req, [
          {
            code: 'INVALID_INPUT',
            path,
            facts: { field: path },
            text: { zh: '上级不能是自己或自己的下级', en: 'A record cannot stand below itself' },
          },
        ])
      }
      const above: Record<string, unknown> | null = (await req.payload.findByID({
        collection: collection.slug as CollectionSlug,
        id: next as number,
        depth: 0,
        overrideAccess: true,
        disableErrors: true,
        req,
      })) as Record<string, unknown> | null
      next = above?.[path]
    }
    return data
  }
