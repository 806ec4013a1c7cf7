import { z } from 'zod'

import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { takingOver } from './reviseQuote'

const body = z.object({ confirmedBy: z.string().trim().max(200).optional() })

/** 客户确认: the customer has said yes; who and when is kept. */
export const confirmQuote: Verb<Stored<'quotes'>, z.infer<typeof body>> = {
  name: 'confirm',
  label: { zh: '客户确认', en: 'Customer confirmed' },
  roles: ['sales', 'salesManager', 'generalManager'],
  body,
  run: async ({ req, doc, body: said, now }) => {
    const { patch, after } = takingOver({ req, doc })
    return {
      patch: {
        ...patch,
        status: 'confirmed',
        statusBeforeOrder: 'confirmed',
        confirmedBy: said.confirmedBy ?? null,
        confirmedAt: now.instant,
      } as Partial<Stored<'quotes'>>,
      after,
    }
  },
}
