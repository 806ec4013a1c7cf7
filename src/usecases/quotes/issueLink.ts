import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

import { makeLink } from './quoteLinks'

/** 新建客户链接: a new link to the customer's page, for a chat or after one was revoked; the one before opens nothing any more. */
export const issueLink: Verb<Stored<'quotes'>> = {
  name: 'issue-link',
  label: { zh: '新建客户链接', en: 'New customer link' },
  roles: ['sales', 'salesManager', 'generalManager'],
  run: async ({ req, doc }) => ({ patch: { linkUntil: await makeLink(req, doc) } as Partial<Stored<'quotes'>> }),
}
