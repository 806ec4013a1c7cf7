import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

import { makeLink } from './quoteLinks'
import { takingOver } from './reviseQuote'

type QuoteVerb<Body = Record<string, unknown>> = Verb<Stored<'quotes'>, Body>

/** 发送给客户: the quote stands with its customer, and a link to his page is made. */
export const sendQuote: QuoteVerb = {
  name: 'send',
  label: { zh: '标记已发送', en: 'Mark as sent' },
  roles: ['sales', 'salesManager', 'generalManager'],
  run: async ({ req, doc, now }) => {
    const { patch, after } = takingOver({ req, doc })
    const sent = { status: 'sent', statusBeforeOrder: 'sent', sentAt: now.instant, linkUntil: await makeLink(req, doc) }
    return {
      patch: { ...patch, ...sent } as Partial<Stored<'quotes'>>,
      after,
    }
  },
}
