import type { LineMargin } from '@/src/questions/orders/orderMargin'

/** The margins of a line as its cells show them. */
export const marginCells = ({ cost, profit, rate }: LineMargin): Record<string, number | null> => ({
  unitCost: cost,
  profit,
  marginRate: rate,
})
