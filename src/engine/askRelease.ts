import { z } from 'zod'

import type { Releasable } from './releasable'

import { createDocument } from './documents/createDocument'
import { readDocument } from './documents/readDocument'
import type { AnyDocument, Role, Verb } from './document'
import { rulesOf } from './define'
import { takeStep } from './step'

const body = z.object({ remark: z.string().trim().max(2000).optional() })
const requests = 'credit-releases'
const askers: readonly Role[] = ['sales', 'salesManager', 'finance', 'warehouse', 'generalManager']

/**
 * 申请信用放行: asks those who may release this document, with why it should pass; an open request takes the words and answers instead
 * of a second one. Offered where an alarm needs a release and the document is not past its check.
 */
export const askRelease = (slug: Releasable): Verb<AnyDocument, z.infer<typeof body>> => ({
  name: 'ask-release',
  label: { zh: '申请信用放行', en: 'Ask for credit release' },
  roles: askers,
  body,
  asks: [{ name: 'remark', label: { zh: '为何应放行', en: 'Why it should pass' }, kind: 'longText', required: false }],
  offered: (doc, { credit }) => credit.action === 'release' && (doc['creditStatus'] === 'alarmed' || doc['creditStatus'] === 'notChecked'),
  createsOnly: true,
  run: async ({ req, doc, body: { remark } }) => {
    const document = { relationTo: slug, value: doc.id }
    const open = await rulesOf(requests).existing?.(req, { document })
    if (open && remark) await takeStep({ req, slug: requests, id: open, verb: 'explain', body: { remark } })
    const request = open
      ? await readDocument({ req, slug: requests, id: open, overrideAccess: true })
      : await createDocument({ req, slug: requests, data: { document, ...(remark ? { remark } : {}) }, overrideAccess: true })
    return { created: { slug: requests, id: request.id, no: request.no } }
  },
})
