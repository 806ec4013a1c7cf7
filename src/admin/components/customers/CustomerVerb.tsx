'use client'

import { Button, toast, useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import type { Ask } from '@/src/domain/kernel/ask'

import { callVerb } from '../verbs/callVerb'
import { VerbDialog } from '../verbs/VerbDialog'

type Label = { zh: string; en: string }

/** One deed on the page of a customer: a button, what it asks, what stands in its way. */
export const CustomerVerb = ({ verb, label, asks }: { verb: string; label: Label; asks: readonly Ask[] }) => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const modified = useFormModified()
  const router = useRouter()
  const [key, setKey] = useState<string | null>(null)
  const [refusals, setRefusals] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const language = i18n.language === 'en' ? 'en' : 'zh'
  if (!id) return null

  const run = async (body: object, sentAs: string): Promise<void> => {
    setBusy(true)
    const answer = await callVerb({ slug: 'customers', id, verb, body, language, key: sentAs })
    setBusy(false)
    setRefusals(answer.refusals)
    if (!answer.ok) return setKey(crypto.randomUUID())
    setKey(null)
    toast.success(`${label[language]} ✓`)
    for (const message of answer.warnings) toast.warning(message)
    router.refresh()
  }
  return (
    <>
      <Button
        buttonStyle="subtle"
        size="medium"
        margin={false}
        disabled={modified || busy}
        onClick={() => {
          setRefusals([])
          setKey(crypto.randomUUID())
        }}
      >
        {label[language]}
      </Button>
      {key && (
        <VerbDialog
          slug="customers"
          id={id}
          label={label}
          asks={asks}
          language={language}
          busy={busy}
          refusals={refusals}
          onConfirm={(body) => void run(body, key)}
          onClose={() => setKey(null)}
        />
      )}
    </>
  )
}
