import { z } from 'zod'

import type { Verb } from '@/src/engine/document'

import type { CreditRelease } from './creditRelease'

const explained = z.object({ remark: z.string().trim().min(1).max(2000) })

/** 申请说明: why the document should pass, in the words of whoever asks; it stands beside the alarms for who decides. */
export const explainRelease: Verb<CreditRelease, z.infer<typeof explained>> = {
  name: 'explain',
  label: { zh: '申请说明', en: 'Explain' },
  roles: ['sales', 'salesManager', 'finance', 'warehouse', 'generalManager'],
  body: explained,
  asks: [{ name: 'remark', label: { zh: '为何应放行', en: 'Why it should pass' }, kind: 'longText', required: true }],
  run: ({ body }) => Promise.resolve({ patch: { remark: body.remark } }),
}
