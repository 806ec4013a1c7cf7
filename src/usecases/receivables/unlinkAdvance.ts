import { customerFacts } from '@/src/ledger/facts/customers'

import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

/** The house's, when the order of an advance is cancelled and the setting allows it: the money stays with the customer, on account. */
export const unlinkAdvance: Verb<Stored<'receipts'>> = {
  name: 'unlink',
  label: { zh: '转为一般收款', en: 'Turn into money on account' },
  roles: [],
  offered: () => false,
  run: async ({ req, doc }) => {
    const facts = await customerFacts(req, doc.customer)
    return { patch: { onOrder: null, salesperson: facts?.salesperson ?? null, department: facts?.department ?? null } }
  },
}
