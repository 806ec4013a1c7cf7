import type { Person } from './person'
import { dataScopeOf } from './reach'

type Owner = { salesperson: number | null; department: number | null }

/** Whose the successor or copy of a document is: the same as before, but that of whoever sees only his own is his. */
export const ownerTakenOver = (person: Person | null, { salesperson, department }: Owner): Partial<Owner> =>
  person !== null && dataScopeOf(person) === 'own' ? {} : { salesperson, department }
