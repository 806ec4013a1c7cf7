'use client'
import { useCallback, useEffect, useState } from 'react'

import type { ReportDescription } from '@/reports/kit/describeReport'

export type Chosen = Readonly<Record<string, string>>

/** What belongs to the screen and is not asked of the report: order, hidden columns, what it is compared with. */
const ofTheScreen = ['_sort', '_hide', '_with'] as const

const filled = (chosen: Chosen): [string, string][] => Object.entries(chosen).filter(([, value]) => value !== '' && value !== 'false')

/** What is asked of the report. */
export const queryOf = (chosen: Chosen): URLSearchParams => new URLSearchParams(filled(chosen).filter(([name]) => !name.startsWith('_')))

/** Everything that is chosen, as the address and a saved view keep it. */
export const addressOf = (chosen: Chosen): string => new URLSearchParams(filled(chosen)).toString()

/** A choice as the address gives it; what it leaves out is as a fresh form has it. Pure. */
export function chosenIn({ params }: ReportDescription, search: string): Chosen {
  const asked = new URLSearchParams(search)
  const named = params.map(({ name, initial }): [string, string] => [name, asked.get(name) ?? initial ?? ''])
  return Object.fromEntries([...named, ...ofTheScreen.map((name): [string, string] => [name, asked.get(name) ?? ''])])
}

/**
 * What is chosen, kept in the address so that it can be sent, kept and come back to. Typing replaces the address; a step into a row adds one, and Back
 * takes it again. `search` is the address as the server was asked for it: both draw the same at first.
 */
export function useChosen({ admin, description, search }: { admin: string; description: ReportDescription; search: string }): {
  chosen: Chosen
  choose: (next: Chosen, how?: 'replace' | 'step') => void
} {
  const [chosen, setChosen] = useState<Chosen>(() => chosenIn(description, search))
  useEffect(() => {
    const back = (): void => setChosen(chosenIn(description, window.location.search))
    back() // a page kept from before says what was chosen then, the address what was chosen last
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [description])
  const choose = useCallback(
    (next: Chosen, how: 'replace' | 'step' = 'replace') => {
      setChosen(next)
      const address = `${admin}/reports/${description.name}?${addressOf(next)}`
      if (how === 'step') window.history.pushState(null, '', address)
      else window.history.replaceState(null, '', address)
    },
    [admin, description.name],
  )
  return { chosen, choose }
}
