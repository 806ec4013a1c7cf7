import { holdsRole, type Person, type Role } from './person'

/** Figures that not everybody in the house may know. */
export type Figure = 'cost' | 'minimumPrice' | 'creditLimit' | 'price' | 'bank'

export const figures: readonly Figure[] = ['cost', 'minimumPrice', 'creditLimit', 'price', 'bank']

type Grant = 'seeCost' | 'seeMinimumPrice' | 'seeCreditLimit' | 'editPrice'

type Sight = {
  /** Roles that need it for their work. */
  roles: readonly Role[]
  /** The right by which a single person is given it; null: it goes with a role only. */
  grant: Grant | null
  /** Roles that enter it where it is kept. */
  setBy: readonly Role[]
  /** Whether the right to see it is the right to enter it, too. */
  grantSets: boolean
}

/**
 * Who sees a figure, and who enters it. The administrator sets the house up, which takes entering figures with the masters,
 * not reading what the house earns, may lose or lends.
 *
 * `cost`: and what it can be worked out from, margin, profit, markup. `minimumPrice`: and the minimum margin behind it.
 * `creditLimit`: of customers, departments and salespeople; nobody raises a limit because he may read it. `price`: what goods sell
 * for, and every amount that comes of it; whoever stores, makes or develops goods needs none. `bank`: a customer's bank account.
 */
export const sights: Readonly<Record<Figure, Sight>> = {
  cost: {
    roles: ['finance', 'generalManager', 'auditor'],
    grant: 'seeCost',
    setBy: ['finance', 'generalManager', 'admin'],
    grantSets: true,
  },
  minimumPrice: { roles: ['generalManager', 'auditor'], grant: 'seeMinimumPrice', setBy: ['generalManager', 'admin'], grantSets: true },
  creditLimit: {
    roles: ['finance', 'generalManager', 'auditor'],
    grant: 'seeCreditLimit',
    setBy: ['finance', 'generalManager', 'admin'],
    grantSets: false,
  },
  price: {
    roles: ['sales', 'salesManager', 'pmc', 'finance', 'generalManager', 'auditor', 'admin'],
    grant: 'editPrice',
    setBy: ['salesManager', 'finance', 'generalManager', 'admin'],
    grantSets: true,
  },
  bank: {
    roles: ['sales', 'salesManager', 'finance', 'generalManager', 'auditor', 'admin'],
    grant: null,
    setBy: ['sales', 'salesManager', 'finance', 'generalManager', 'admin'],
    grantSets: false,
  },
}

/** Whether a person may know a figure. Nobody may. */
export function maySee(person: Person | null, figure: Figure): boolean {
  const { roles, grant } = sights[figure]
  return person !== null && ((grant !== null && person[grant] === true) || holdsRole(person, ...roles))
}

/** Whether a person may enter a figure in a record he may write. */
export function maySet(person: Person | null, figure: Figure): boolean {
  const { grant, setBy, grantSets } = sights[figure]
  return person !== null && ((grantSets && grant !== null && person[grant] === true) || holdsRole(person, ...setBy))
}

/** Whether a person may type a price, a rate or a tax rate. The house itself (jobs, imports) may. */
export const mayEditPrice = (person: Person | null): boolean =>
  person === null || person.editPrice === true || holdsRole(person, 'generalManager')
