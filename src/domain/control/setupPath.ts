import type { ReviewDepartment } from '../orders/requiredDepartments'

/** How far a company has come with what it needs before its first order. */
export type SetupFacts = {
  companyNamed: boolean
  departments: number
  /** people in use who sell, who approve what others sold, and who keep the books or approve them */
  sellers: number
  approvers: number
  bookkeepers: number
  /** sales managers who see nobody's orders but their own: they have no department, and not the data scope of all */
  blindManagers: readonly string[]
  /** departments that are asked about every order and have nobody who may answer for them */
  unanswered: readonly ReviewDepartment[]
  /** whether nobody approves what he prepared himself */
  fourEyes: boolean
  warehouses: number
  paymentTerms: number
  itemCategories: number
  items: number
  customerCategories: number
  customers: number
  /** currencies of customers that have no rate */
  withoutRate: readonly string[]
  /** whether it is said from which day on business is entered here */
  openingDay: boolean
  openingStock: number
  openingReceivables: number
  /** whether orders beyond what is in stock are refused */
  stockControlled: boolean
  orders: number
  /** orders approved here, not those that came approved from elsewhere */
  approvedOrders: number
  /** of those entered here and not approved yet, the first few by their numbers */
  waitingOrders: readonly string[]
}

const setupSteps = [
  'company',
  'departments',
  'people',
  'secondPeople',
  'reviewers',
  'warehouses',
  'paymentTerms',
  'itemCategories',
  'items',
  'customerCategories',
  'customers',
  'exchangeRates',
  'openingDay',
  'openingStock',
  'openingReceivables',
  'availability',
  'firstOrder',
] as const
export type SetupStepName = (typeof setupSteps)[number]

type SetupStep = {
  name: SetupStepName
  done: boolean
  /** a company that begins with nothing leaves it out */
  optional: boolean
  /** what exactly is missing */
  missing: readonly string[]
}

const optional: ReadonlySet<SetupStepName> = new Set(['openingDay', 'openingStock', 'openingReceivables', 'availability'])

/** Departments whose question about an order would stay open: nobody answers for them, or only the one who sells, about his own orders. */
export const unansweredOf = ({
  asked,
  answering,
  byOnlySeller,
}: {
  asked: readonly ReviewDepartment[]
  /** how many people answer for each */
  answering: Readonly<Record<ReviewDepartment, number>>
  /** where one person alone sells and may not judge what he entered: those he answers for */
  byOnlySeller: readonly ReviewDepartment[]
}): ReviewDepartment[] => asked.filter((department) => answering[department] <= (byOnlySeller.includes(department) ? 1 : 0))

/** Somebody must be there to approve: an order by a second person who sells, an invoice by a second one who keeps books. */
function secondPeople({ fourEyes, sellers, approvers, bookkeepers, blindManagers }: SetupFacts): boolean {
  // who does not see an order cannot approve it
  const seeing = approvers - blindManagers.length
  return seeing > 0 && bookkeepers > 0 && (!fourEyes || (Math.max(sellers, seeing) > 1 && bookkeepers > 1))
}

/**
 * The way of an empty company to its first approved order, in the order in which one thing needs the other. `begun`: an order was approved
 * here, so nothing stands in the way any more; `empty`: nothing of its own is there.
 */
export function setupPath(facts: SetupFacts): { steps: SetupStep[]; ready: boolean; begun: boolean; empty: boolean } {
  const done: Readonly<Record<SetupStepName, boolean>> = {
    company: facts.companyNamed,
    departments: facts.departments > 0,
    people: facts.sellers > 0,
    secondPeople: secondPeople(facts),
    reviewers: facts.unanswered.length === 0,
    warehouses: facts.warehouses > 0,
    paymentTerms: facts.paymentTerms > 0,
    itemCategories: facts.itemCategories > 0,
    items: facts.items > 0,
    customerCategories: facts.customerCategories > 0,
    customers: facts.customers > 0,
    exchangeRates: facts.withoutRate.length === 0,
    openingDay: facts.openingDay,
    openingStock: facts.openingStock > 0,
    openingReceivables: facts.openingReceivables > 0,
    // with goods on the books, or nothing to hold orders against them
    availability: facts.openingStock > 0 || !facts.stockControlled,
    firstOrder: facts.approvedOrders > 0,
  }
  const lacking: Partial<Record<SetupStepName, readonly string[]>> = {
    secondPeople: facts.blindManagers,
    reviewers: facts.unanswered,
    exchangeRates: facts.withoutRate,
    firstOrder: facts.waitingOrders,
  }
  const steps = setupSteps.map((name): SetupStep => ({
    ...{ name, done: done[name], optional: optional.has(name) },
    missing: done[name] ? [] : (lacking[name] ?? []),
  }))
  const ready = steps.every((step) => step.done || step.optional || step.name === 'firstOrder')
  const empty = facts.departments + facts.customers + facts.items + facts.orders === 0
  return { steps, ready, begun: done.firstOrder, empty }
}
