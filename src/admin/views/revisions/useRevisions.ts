import { useEffect, useState } from 'react'

import { ask } from '../../request/ask'

/** Two revisions to compare: the former and the later one. */
export type Chosen = { from: number; to: number }

/** The revisions of a document, with what two chosen ones say differently; null until they came. */
export function useRevisions<Told>(slug: string, id: number | string | undefined, chosen: Chosen | null): Told | 'failed' | null {
  const [told, setTold] = useState<Told | 'failed' | null>(null)
  useEffect(() => {
    let gone = false
    const load = async (): Promise<void> => {
      const query = chosen ? `?from=${chosen.from}&to=${chosen.to}` : ''
      const answer = await ask<Told>(`/api/revisions/${slug}/${id ?? ''}${query}`)
      if (!gone) setTold(answer.ok ? answer.body : 'failed')
    }
    void load()
    return () => void (gone = true)
  }, [slug, id, chosen])
  return told
}
