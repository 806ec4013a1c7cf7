import type { Receipt } from '@/src/domain/receivables/receipt'
import { customerFacts } from '@/src/ledger/facts/customers'

import type { AnyDocument, Verb } from '@/src/engine/document'

/** The house's, when the order of an advance is cancelled and the setting allows it: the money stays with the customer, on account. */
export const unlinkAdvance: Verb<Receipt & AnyDocument> = {
  name: 'unlink',
  label: { zh: '转为一般收款', en: 'Turn into money on account' },
  roles: [],
  offered: () => false,
  run: async ({ req, doc }) => {
    const facts = await customerFacts(req, doc.customer)
    return { patch: { onOrder: null, salesperson: facts?.salesperson ?? null, department: facts?.department ?? null } }
  },
}
