import type { GridRow } from '@/src/domain/grid/rows'
import type { RowShape } from '@/src/domain/grid/rowShape'

/** The values of a row as they are sent: how its price was found is what the house says, not what a form knows of it. */
export const sentValues = ({ values }: GridRow, { price }: RowShape): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== price?.trace))
