import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

type QuoteDocument = Stored<'quotes'>

/** 被替代: the house's, when the revision goes to the customer. Never ordered again. */
export const supersedeQuote: Verb<QuoteDocument> = {
  name: 'supersede',
  label: { zh: '被替代', en: 'Supersede' },
  roles: [],
  offered: () => false,
  run: () => Promise.resolve({ patch: { status: 'superseded', current: false } as Partial<QuoteDocument> }),
}
