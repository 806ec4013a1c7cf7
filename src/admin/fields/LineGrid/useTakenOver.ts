'use client'

import { useForm, useFormFields } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

import { type TakesOver, takenOver } from '@/src/domain/grid/takenOver'
import { idOf } from '@/src/domain/kernel/idOf'

import { ask } from '../../request/ask'

const nothing: TakesOver = { by: '', of: '', fields: {} }

/**
 * A record is chosen in the head of a new document, such as its customer: what the document takes over from it stands there at once. What a
 * person entered there himself stays; what came with a former record makes room.
 */
export function useTakenOver(told: TakesOver | undefined): void {
  const { by, of, fields } = told ?? nothing
  const chosen = useFormFields(([form]) => idOf(form[by]?.value))
  const initial = useFormFields(([form]) => idOf(form[by]?.initialValue))
  const { dispatchFields, getFields } = useForm()
  const filled = useRef<Record<string, unknown>>({})
  const former = useRef(initial)
  useEffect(() => {
    if (of === '' || chosen === null || chosen === former.current) return
    former.current = chosen
    const abort = new AbortController()
    const fill = async (): Promise<void> => {
      const answer = await ask<Record<string, unknown>>(`/api/${of}/${chosen}?depth=0`, { signal: abort.signal })
      if (!answer.ok) return
      const form = getFields()
      for (const [path, value] of Object.entries(takenOver(fields, answer.body))) {
        const now = form[path]?.value ?? null
        const isFree = now === null || now === '' || JSON.stringify(now) === JSON.stringify(filled.current[path])
        if (!form[path] || !isFree) continue
        filled.current[path] = value
        if (now !== value) dispatchFields({ type: 'UPDATE', path, value, valid: true })
      }
    }
    fill().catch(() => undefined) // the server fills what is empty when it saves
    return () => abort.abort()
  }, [chosen, dispatchFields, fields, getFields, of])
}
