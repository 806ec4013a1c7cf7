'use client'
import { useCallback, useEffect, useState } from 'react'

import type { Language } from '@/reports/kit/label'

import { ask } from '../../request/ask'

/** A file as its owner sees it. */
export type Prepared = {
  id: number
  name: string
  status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  rowsDone?: number | null
  rows?: number | null
  bytes?: number | null
  reason?: string | null
  expiresAt?: string | null
}

const OFTEN = 2000 // milliseconds between two looks at a file that is being written

/** A file in work, looked at until it is done; with what its owner may do about it. */
export function usePreparing({ api, language }: { api: string; language: Language }): {
  file: Prepared | null
  problem: string | null
  watch: (id: number) => void
  prepare: (address: string) => Promise<void>
  cancel: () => Promise<void>
} {
  const [file, setFile] = useState<Prepared | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const look = useCallback(
    async (id: number): Promise<void> => {
      const answer = await ask<Prepared>(`${api}/prepared-files/${id}?depth=0`, { language, waits: false })
      if (answer.ok) setFile(answer.body)
    },
    [api, language],
  )
  const unfinished = file !== null && (file.status === 'queued' || file.status === 'running') ? file.id : null
  useEffect(() => {
    if (unfinished === null) return
    const watch = setInterval(() => void look(unfinished).catch(() => undefined), OFTEN)
    return () => clearInterval(watch)
  }, [unfinished, look])
  const send = useCallback(
    async (address: string): Promise<void> => {
      const answer = await ask<{ doc: Prepared }>(address, { method: 'POST', language, waits: true })
      setProblem(answer.ok ? null : (answer.refusals[0]?.message ?? null))
      if (answer.ok) setFile(answer.body.doc)
    },
    [language],
  )
  return {
    file,
    problem,
    watch: useCallback((id: number) => void look(id).catch(() => undefined), [look]),
    prepare: send,
    cancel: useCallback(() => (file ? send(`${api}/prepared-files/${file.id}/cancel`) : Promise.resolve()), [api, file, send]),
  }
}
