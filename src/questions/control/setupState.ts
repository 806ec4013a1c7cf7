import type { PayloadRequest } from 'payload'

import { setupPath, unansweredOf } from '@/src/domain/control/setupPath'
import { reviewDepartments } from '@/src/domain/orders/requiredDepartments'
import { type Settings, settingsOf } from '@/src/engine/settings'
import { setupFacts } from '@/src/ledger/facts/setup'
import { departmentsFor, reviewerRole } from '@/src/usecases/orders/reviews'

/** The name the product has before anybody gave the company's. */
const unnamed = '跟单 Gendan'

type People = Pick<Awaited<ReturnType<typeof setupFacts>>, 'holders' | 'onlySeller'>

/** Departments that are asked about every order and have nobody to answer. */
function unanswered(settings: Settings, { holders, onlySeller }: People) {
  const { reviewRequired, selfReview } = settings.orders
  return unansweredOf({
    asked: reviewRequired ? departmentsFor({ kind: 'standard', lines: [] }, settings) : [],
    answering: {
      sales: holders[reviewerRole.sales] ?? 0,
      pmc: holders[reviewerRole.pmc] ?? 0,
      rd: holders[reviewerRole.rd] ?? 0,
      engineering: holders[reviewerRole.engineering] ?? 0,
    },
    byOnlySeller: selfReview ? [] : reviewDepartments.filter((department) => onlySeller.includes(reviewerRole[department])),
  })
}

/** How far a company is on its way to its first order: what is missing, in order. */
export async function setupState(req: PayloadRequest): Promise<ReturnType<typeof setupPath>> {
  const settings = await settingsOf(req)
  const { company, orders, availability } = settings
  const { holders, onlySeller, ...facts } = await setupFacts(req, company.baseCurrency || 'CNY')
  const companyNamed = typeof company.name === 'string' && company.name !== '' && company.name !== unnamed
  const stockControlled = availability.mode === 'control'
  return setupPath({
    ...facts,
    unanswered: unanswered(settings, { holders, onlySeller }),
    companyNamed,
    stockControlled,
    fourEyes: orders.fourEyes,
    openingDay: Boolean(company.openingDay),
  })
}
