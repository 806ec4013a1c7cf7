import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

type PriceRelease = Stored<'price-releases'>

/** The document no longer asks for it, or asks for other prices. Done by the document's own save, never by a person. */
export const voidRelease: Verb<PriceRelease> = {
  name: 'void',
  label: { zh: '作废', en: 'Void' },
  roles: [],
  run: async ({ doc }) => ({ patch: { status: 'void', lines: doc.lines } }),
}
