'use client'

import { useEffect, useState } from 'react'

import { ask } from '../../request/ask'
import type { AttachedFile, FileKind } from '../../components/viewer/attachedFile'

export type Link = { kind: FileKind; id: number }

const keyOf = ({ kind, id }: Link): string => `${kind} ${id}`

/** The files behind the links of a field, in their order; those this person may not read are absent. */
export function useAttached(links: readonly Link[]) {
  const [known, setKnown] = useState<ReadonlyMap<string, AttachedFile | null>>(new Map())
  const remember = (file: AttachedFile): void => setKnown((all) => new Map(all).set(keyOf(file), file))
  const wanted = links
    .filter((link) => !known.has(keyOf(link)))
    .map(keyOf)
    .join(',')
  useEffect(() => {
    if (!wanted) return
    const leave = new AbortController()
    const missing = wanted.split(',').map((key): Link => {
      const [kind = '', id] = key.split(' ')
      return { kind: kind as FileKind, id: Number(id) }
    })
    const load = async (): Promise<void> => {
      const found = new Map<string, AttachedFile | null>(missing.map((link) => [keyOf(link), null]))
      for (const kind of ['drawings', 'pictures'] as const) {
        const ids = missing.filter((link) => link.kind === kind).map(({ id }) => id)
        if (ids.length === 0) continue
        const address = `/api/${kind}?depth=0&limit=1000&where[id][in]=${ids.join(',')}`
        const answer = await ask<{ docs: Array<Omit<AttachedFile, 'kind'>> }>(address, { signal: leave.signal })
        if (!answer.ok) continue
        for (const doc of answer.body.docs) found.set(keyOf({ kind, id: doc.id }), { ...doc, kind })
      }
      setKnown((all) => new Map([...all, ...found]))
    }
    load().catch((error: unknown) => {
      if (!leave.signal.aborted) throw error
    })
    return () => leave.abort()
  }, [wanted])
  const files = links.map((link) => known.get(keyOf(link))).filter((file): file is AttachedFile => !!file)
  const hidden = links.filter((link) => known.get(keyOf(link)) === null).length
  return { files, hidden, remember }
}
