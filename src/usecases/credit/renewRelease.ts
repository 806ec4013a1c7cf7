import type { Verb } from '@/src/engine/document'

import type { CreditRelease } from './creditRelease'

/** The document changed: the open request tells its new alarms. Done by the document's own save, never by a person. */
export const renewRelease: Verb<CreditRelease, Partial<CreditRelease>> = {
  name: 'renew',
  label: { zh: '更新', en: 'Renew' },
  roles: [],
  run: async ({ body }) => ({ patch: body }),
}
