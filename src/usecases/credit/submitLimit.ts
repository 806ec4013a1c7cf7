import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

type CreditLimit = Stored<'credit-limits'>

export const submitLimit: Verb<CreditLimit> = {
  name: 'submit',
  label: { zh: '提交', en: 'Submit' },
  roles: ['finance', 'salesManager', 'generalManager'],
  run: async () => ({ patch: { status: 'submitted' } }),
}
