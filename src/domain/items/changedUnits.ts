import { d } from '../kernel/decimal'

/** Another unit of an item, and how many stock units make one. */
export type ItemUnit = { id?: string; unit: string; factor: number }

/** Units an item has from now on that it did not have, or with another factor: what is written in them would count otherwise. */
export const changedUnits = (before: readonly ItemUnit[], after: readonly ItemUnit[]): ItemUnit[] =>
  after.filter(({ unit, factor }) => {
    const former = before.find((known) => known.unit === unit)
    return !former || !d(former.factor).eq(d(factor))
  })
