import type { DocumentKind } from '@/src/domain/kernel/documentKind'
import type { RowCondition } from '@/src/domain/people/rows'

const columnOf = (field: string): string => `d.${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
const literal = (value: string | number | boolean): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)

/** One comparison; what was never entered is nothing, and no figure is a zero. */
function compared(field: string, operator: string, value: unknown): string {
  const column = columnOf(field)
  if (operator === 'in') return `${column}::text in (${(value as string[]).map(literal).join(', ')})`
  const given = value as string | number
  const side = typeof given === 'number' ? `coalesce(${column}, 0)` : `coalesce(${column}::text, '')`
  const signs: Readonly<Record<string, string>> = { equals: '=', not_equals: '<>', greater_than: '>', less_than: '<' }
  const sign = signs[operator]
  if (!sign) throw new Error(`${field}: the books do not ask for ${operator}`)
  return `${side} ${sign} ${literal(given)}`
}

/** A condition of a kind as the books ask for it, about the row `d`. */
const asked = (condition: RowCondition): string =>
  `(${Object.entries(condition)
    .flatMap(([field, meant]) =>
      Array.isArray(meant)
        ? [`(${meant.map(asked).join(` ${field} `)})`]
        : Object.entries(meant).map(([operator, value]) => compared(field, operator, value)),
    )
    .join(' and ')})`

type Ending = Pick<DocumentKind, 'states' | 'ended' | 'open' | 'unsettled'>

/** A document that is not done with: something of it may still be decided, leave, be billed or be paid. Asked about the row `d`. */
export function stillOpen({ states, ended, open, unsettled }: Ending): string {
  const before = Object.keys(states).filter((state) => !ended.includes(state))
  const living = `(d.status::text in (${before.map(literal).join(', ')})${open ? ` and ${asked(open)}` : ''})`
  return unsettled ? `(${living} or ${asked(unsettled)})` : living
}
