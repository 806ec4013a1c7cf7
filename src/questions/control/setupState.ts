import type { PayloadRequest } from 'payload'

import { setupPath } from '@/src/domain/control/setupPath'
import { settingsOf } from '@/src/engine/settings'
import { setupFacts } from '@/src/ledger/facts/setup'

/** The name the product has before anybody gave the company's. */
const unnamed = '跟单 Gendan'

/** How far a company is on its way to its first order: what is missing, in order. */
export async function setupState(req: PayloadRequest): Promise<ReturnType<typeof setupPath>> {
  const { company, orders, availability } = await settingsOf(req)
  const facts = await setupFacts(req, company.baseCurrency || 'CNY')
  const companyNamed = typeof company.name === 'string' && company.name !== '' && company.name !== unnamed
  const stockControlled = availability.mode === 'control'
  return setupPath({ ...facts, companyNamed, fourEyes: orders.fourEyes, openingDay: Boolean(company.openingDay), stockControlled })
}
