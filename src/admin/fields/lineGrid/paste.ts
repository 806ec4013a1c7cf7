import type { Column } from './columns'
import type { Values } from './rows'

/** Whether a clipboard holds a table and not a word. */
export const isTable = (text: string): boolean => /[\t\n]/.test(text.trimEnd())

/** A figure as people and spreadsheets write it: thousands separators, currency signs and percent signs do not count. */
export function figureIn(text: string): number | null {
  const plain = text.replace(/[,,\s¥¥$%]/g, '')
  if (plain === '') return null
  const value = Number(plain)
  return Number.isFinite(value) ? value : null
}

/** Tab-separated cells as rows of values, from the given column on; lookups stay text until their codes are looked up. */
export function pastedRows({ text, columns, from }: { text: string; columns: readonly Column[]; from: number }): Values[] {
  const targets = columns.slice(from).filter((column) => !column.readOnly)
  return text
    .replace(/\r/g, '')
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => {
      const values: Values = {}
      line.split('\t').forEach((cell, index) => {
        const column = targets[index]
        const said = cell.trim()
        if (!column || said === '') return
        if (column.kind === 'number') values[column.name] = figureIn(said)
        else if (column.kind === 'checkbox') values[column.name] = /^(1|y|yes|true|是|√)$/i.test(said)
        else if (column.kind === 'select')
          values[column.name] = column.options?.find(({ value, label }) => value === said || label === said)?.value ?? null
        else values[column.name] = said
      })
      return values
    })
}
