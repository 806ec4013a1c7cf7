import type { PayloadRequest } from 'payload'

import type { Ask } from '@/src/domain/kernel/ask'
import { rulesOf } from '@/src/engine/define'
import { verbsOffered } from '@/src/engine/offered'
import { visibleDocument } from '@/src/engine/step'
import '@/src/usecases'

export type DocumentHead = {
  status: string
  version: number
  editable: boolean
  verbs: Array<{ name: string; label: { zh: string; en: string }; asks?: readonly Ask[] }>
}

/** Where a document stands and what this person may do with it now; null when he may not see it. */
export async function documentHead(req: PayloadRequest, slug: string, id: number): Promise<DocumentHead | null> {
  const doc = await visibleDocument({ req, slug, id })
  if (!doc) return null
  return {
    status: doc.status,
    version: doc.version,
    verbs: await verbsOffered({ req, slug, doc }),
    editable: (rulesOf(slug).editable as readonly string[]).includes(doc.status),
  }
}
