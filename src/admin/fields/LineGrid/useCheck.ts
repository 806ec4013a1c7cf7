'use client'

import { useForm } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { Finding } from '@/src/domain/kernel/decision'

export type Checked = {
  findings: Finding[]
  lines: Array<{ price?: number | null; gross?: number | null; trace?: Array<Record<string, unknown>> | null; priceSource?: string | null }>
  totals: { netTotal: number; taxTotal: number; grossTotal: number }
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
        const body = { ...getData(), ...(id ? { id: Number(id) } : {}) }
        const answer = await fetch(`/api/${slug}/check`, {
          method: 'POST',
          credentials: 'include',
          signal: abort.signal,
          body: JSON.stringify(body),
          headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
        }).catch(() => null)
        if (answer?.ok) setChecked((await answer.json()) as Checked)
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
