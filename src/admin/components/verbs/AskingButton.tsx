'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import type { Ask } from '@/src/domain/kernel/ask'

import type { Told } from '../../request/refusals'
import { VerbDialog } from './VerbDialog'

type Tried = { ok: boolean; told: readonly Told[] }

type AskingButtonProps = {
  slug: string
  id: number | string
  label: { zh: string; en: string }
  asks: readonly Ask[]
  language: 'zh' | 'en'
  isMain?: boolean
  isShut?: boolean
  /** Does it; `key` makes sure that it is done once, however often the answer is lost. What stands in the way is shown, and it may be tried again. */
  attempt: (body: Record<string, unknown>, key: string) => Promise<Tried>
}

/** A button that asks for something before it does its deed: the question, what stands in the way, and one more try. */
export const AskingButton = ({ isMain = false, isShut = false, attempt, ...asked }: AskingButtonProps) => {
  const [key, setKey] = useState<string | null>(null)
  const [told, setTold] = useState<readonly Told[]>([])
  const [busy, setBusy] = useState(false)

  const open = (): void => {
    setTold([])
    setKey(crypto.randomUUID())
  }
  const run = async (body: Record<string, unknown>, sentAs: string): Promise<void> => {
    setBusy(true)
    const tried = await attempt(body, sentAs)
    setBusy(false)
    setTold(tried.told)
    setKey(tried.ok ? null : crypto.randomUUID())
  }
  return (
    <>
      <Button buttonStyle={isMain ? 'secondary' : 'subtle'} size="medium" margin={false} disabled={isShut || busy} onClick={open}>
        {asked.label[asked.language]}
      </Button>
      {key && <VerbDialog {...asked} busy={busy} told={told} onConfirm={(body) => void run(body, key)} onClose={() => setKey(null)} />}
    </>
  )
}
