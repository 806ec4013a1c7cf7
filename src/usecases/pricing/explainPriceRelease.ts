import { z } from 'zod'

import { releaseAskers } from '@/src/domain/people/crews'
import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

const explained = z.object({ remark: z.string().trim().min(1).max(2000) })

/** 申请说明: why the low price should pass, in the words of whoever asks; it stands above the lines for who decides. */
export const explainPriceRelease: Verb<Stored<'price-releases'>, z.infer<typeof explained>> = {
  name: 'explain',
  label: { zh: '申请说明', en: 'Explain' },
  roles: releaseAskers,
  body: explained,
  asks: [{ name: 'remark', label: { zh: '为何应放行', en: 'Why it should pass' }, kind: 'longText', required: true }],
  run: ({ body, doc }) => Promise.resolve({ patch: { reason: body.remark, lines: doc.lines } }),
}
