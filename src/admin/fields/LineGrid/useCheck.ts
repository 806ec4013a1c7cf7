'use client'

import { useForm } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { Finding } from '@/src/domain/kernel/decision'
import type { TraceStep } from '@/src/domain/pricing/priceFacts'

export type Checked = {
  findings: Finding[]
  lines: Array<{
    price?: number | null
    gross?: number | null
    trace?: TraceStep[] | null
    priceSource?: string | null
    /** of an adjustment: what holds without it, and the change in percent */
    oldPrice?: number | null
    changeRate?: number | null
  }>
  totals: { netTotal: number; taxTotal: number; grossTotal: number }
}

type Line = Record<string, unknown>

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

/** A row that is still being typed is not asked about: nobody is told that the quantity he is about to enter is missing. */
const isFilled = (line: Line): boolean =>
  !(isEmpty(line['item']) && isEmpty(line['itemCategory'])) &&
  !['qty', 'newPrice'].some((figure) => figure in line && isEmpty(line[figure]))

/** The answer speaks of the rows that were sent; it is shown at the rows of the form. */
function inPlace(answer: Checked, places: readonly number[]): Checked {
  const lines: Checked['lines'] = []
  places.forEach((place, index) => (lines[place] = answer.lines[index] ?? {}))
  const findings = answer.findings.map((finding) => ({
    ...finding,
    ...(finding.path
      ? { path: finding.path.replace(/^lines\.(\d+)/, (_, index: string) => `lines.${places[Number(index)] ?? index}`) }
      : {}),
  }))
  return { ...answer, lines: Array.from(lines, (line) => line ?? {}), findings }
}

const nothing: Checked = { findings: [], lines: [], totals: { netTotal: 0, taxTotal: 0, grossTotal: 0 } }

/**
 * Asks the server what saving would say, half a second after the last change: prices, totals and the three guards, before
 * anything is saved. `changes` is any text that differs when the lines differ.
 */
export function useCheck({
  slug,
  id,
  changes,
  language,
  enabled,
}: {
  slug: string
  id: number | string | undefined
  changes: string
  language: string
  enabled: boolean
}): Checked {
  const { getData } = useForm()
  const [checked, setChecked] = useState<Checked>(nothing)
  useEffect(() => {
    if (!enabled || changes === '[]') return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      const ask = async (): Promise<void> => {
        const data = getData() as { lines?: Line[]; effectiveFrom?: unknown }
        const lines = data.lines ?? []
        const places = lines.flatMap((line, index) => (isFilled(line) ? [index] : []))
        if (places.length === 0 || ('effectiveFrom' in data && isEmpty(data.effectiveFrom))) return setChecked(nothing)
        const body = { ...data, ...(id ? { id: Number(id) } : {}), lines: places.map((index) => lines[index]) }
        const answer = await fetch(`/api/${slug}/check`, {
          method: 'POST',
          credentials: 'include',
          signal: abort.signal,
          body: JSON.stringify(body),
          headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
        }).catch(() => null)
        if (answer?.ok) setChecked(inPlace((await answer.json()) as Checked, places))
      }
      void ask()
    }, 500)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [changes, enabled, getData, id, language, slug])
  return checked
}
