import type { Verb } from '@/src/engine/document'

import type { CreditRelease } from './creditRelease'

/** The document asks for more than was released, or for nothing any more. Done by the document's own save, never by a person. */
export const voidRelease: Verb<CreditRelease, { reason: string }> = {
  name: 'void',
  label: { zh: '作废', en: 'Void' },
  roles: [],
  run: async ({ body }) => ({ patch: { status: 'void', reason: body.reason } }),
}
