'use client'

import { useForm } from '@payloadcms/ui'
import { type ClipboardEvent, useState } from 'react'

import { mostPasted, type PastedRow, pastedRows } from './pastedRows'
import type { Say } from './words'

const state = (value: unknown): { value: unknown; initialValue: unknown; valid: true } => ({ value, initialValue: value, valid: true })

/** The items of these codes by code. */
async function itemsOf(codes: readonly string[]): Promise<Map<string, number>> {
  const where = new URLSearchParams({ 'where[code][in]': codes.join(','), limit: String(codes.length), depth: '0', 'select[code]': 'true' })
  const answer = await fetch(`/api/items?${where}`, { credentials: 'include' })
  const { docs } = (await answer.json()) as { docs: Array<{ id: number; code: string }> }
  return new Map(docs.map(({ id, code }) => [code, id]))
}

/**
 * Rows copied in a spreadsheet become lines: code, quantity, price. Codes that are not found are told and nothing of theirs is
 * entered; text of a single cell is pasted as usual.
 */
export function usePaste({ path, rows, say }: { path: string; rows: number; say: Say }): {
  onPaste: (event: ClipboardEvent) => void
  told: string | null
} {
  const { addFieldRow, getDataByPath, removeFieldRow } = useForm()
  const [told, setTold] = useState<string | null>(null)
  const enter = async (pasted: readonly PastedRow[]): Promise<void> => {
    const items = await itemsOf([...new Set(pasted.map(({ code }) => code))])
    const found = pasted.filter(({ code }) => items.has(code))
    const last = (getDataByPath(path) as Array<{ item?: unknown }> | undefined)?.at(-1)
    const free = rows > 0 && last && !last.item // the empty row in which somebody pasted makes room
    if (free && found.length > 0) removeFieldRow({ path, rowIndex: rows - 1 })
    found.forEach(({ code, qty, price }, index) =>
      addFieldRow({
        path,
        schemaPath: path,
        rowIndex: rows - (free ? 1 : 0) + index,
        subFieldState: {
          item: state(items.get(code)),
          qty: state(qty),
          ...(price === null ? {} : { price: state(price), priceSource: state('manual') }),
        },
      }),
    )
    const missing = pasted.filter(({ code }) => !items.has(code)).map(({ code }) => code)
    setTold(missing.length > 0 ? `${say('pasted')}: ${missing.join(', ')}` : null)
  }
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.trim())) return
    event.preventDefault()
    const pasted = pastedRows(text)
    if (pasted.length > mostPasted) return setTold(`${say('tooMany')} ${mostPasted}`)
    void enter(pasted).catch((reason: unknown) => setTold(String(reason)))
  }
  return { onPaste, told }
}
