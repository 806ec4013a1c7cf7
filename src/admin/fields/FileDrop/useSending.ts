'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import type { AttachedFile, FileKind } from '../../components/viewer/attachedFile'
import { kindOf, sendFile } from './sendFile'
import { limits, tooLarge, words } from './words'

export type Sending = { key: number; file: File; share: number; refused?: string; leave: AbortController }

/** Two at a time: the server is turning pictures over meanwhile. */
const lanes = 2

/** Files on their way: each with its progress or the reason it was refused; those that arrived are handed over. */
export function useSending({
  kinds,
  language,
  onSent,
}: {
  kinds: readonly FileKind[]
  language: 'zh' | 'en'
  onSent: (file: AttachedFile) => void
}) {
  const [sendings, setSendings] = useState<Sending[]>([])
  const queue = useRef<Sending[]>([])
  const running = useRef(0)
  const counter = useRef(0)
  const arrived = useRef(onSent)
  useEffect(() => {
    arrived.current = onSent
  })
  const change = useCallback((key: number, part: Partial<Sending> | null): void => {
    setSendings((all) =>
      part === null ? all.filter((each) => each.key !== key) : all.map((each) => (each.key === key ? { ...each, ...part } : each)),
    )
  }, [])
  const run = useCallback(async (): Promise<void> => {
    const next = queue.current.shift()
    if (!next) return
    running.current += 1
    const kind = kindOf(next.file, kinds)
    const { megabytes } = limits[kind]
    const sent =
      next.file.size > megabytes * 1024 * 1024
        ? { refused: tooLarge(megabytes, language) }
        : await sendFile({
            file: next.file,
            kind,
            language,
            failed: words.failed[language],
            cancelled: next.leave.signal,
            onProgress: (share) => change(next.key, { share }),
          })
    running.current -= 1
    if (sent && 'refused' in sent) change(next.key, { refused: sent.refused })
    else change(next.key, null)
    if (sent && 'file' in sent) arrived.current(sent.file)
    void run()
  }, [change, kinds, language])
  const send = (files: readonly File[]): void => {
    const added = files.map((file) => ({ key: (counter.current += 1), file, share: 0, leave: new AbortController() }))
    setSendings((all) => [...all, ...added])
    queue.current.push(...added)
    for (let free = lanes - running.current; free > 0; free -= 1) void run()
  }
  const dismiss = ({ key, leave }: Sending): void => {
    queue.current = queue.current.filter((each) => each.key !== key)
    leave.abort()
    change(key, null)
  }
  const retry = (sending: Sending): void => {
    change(sending.key, null)
    send([sending.file])
  }
  return { sendings, send, dismiss, retry }
}
