import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { refuse } from '@/src/engine/refusal'

import { endLinks } from './quoteLinks'

/** 撤回客户链接: the customer's page shows nothing of this quote any more. What was ordered through it stays ordered. */
export const revokeLink: Verb<Stored<'quotes'>> = {
  name: 'revoke-link',
  label: { zh: '撤回客户链接', en: 'Revoke customer link' },
  roles: ['sales', 'salesManager', 'generalManager'],
  offered: (doc) => Boolean(doc['linkUntil']),
  run: async ({ req, doc }) => {
    if ((await endLinks(req, doc.id, 'revoked')) === 0)
      refuse(req, {
        code: 'ILLEGAL_STEP',
        facts: { document: doc.no, status: doc.status, verb: 'revoke-link', allowed: ['send', 'issue-link'] },
      })
    return { patch: { linkUntil: null } as Partial<Stored<'quotes'>> }
  },
}
