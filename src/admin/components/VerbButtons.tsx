'use client'

import { Button, toast, useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'

type Offered = {
  name: string
  label: { zh: string; en: string }
  asks?: Array<{ name: string; label: { zh: string; en: string }; required: boolean }>
}
type Refused = { errors?: Array<{ message: string; data?: { errors?: Array<{ message: string }> } }> }

/** The verbs this person may run on the open document now, as buttons; they wait until the form is saved. */
export const VerbButtons = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const modified = useFormModified()
  const router = useRouter()
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const [offered, setOffered] = useState<{ version: number; verbs: Offered[] }>({ version: 0, verbs: [] })
  const [busy, setBusy] = useState(false)

  const load = useCallback(async () => {
    if (!id || !collectionSlug) return
    const answer = await fetch(`/api/${collectionSlug}/${id}/verbs`, { credentials: 'include' })
    if (answer.ok) setOffered((await answer.json()) as { version: number; verbs: Offered[] })
  }, [id, collectionSlug])
  useEffect(() => void load(), [load])

  const run = async (verb: Offered): Promise<void> => {
    const body: Record<string, unknown> = { version: offered.version }
    for (const ask of verb.asks ?? []) {
      const said = window.prompt(ask.label[language])
      if (said === null) return
      body[ask.name] = said
    }
    setBusy(true)
    const answer = await fetch(`/api/${collectionSlug}/${id}/${verb.name}`, {
      method: 'POST',
      credentials: 'include',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', 'Accept-Language': language, 'Idempotency-Key': crypto.randomUUID() },
    })
    setBusy(false)
    const told = (await answer.json()) as Refused & {
      created?: { slug: string; id: number; no: string }
      warnings?: Array<{ message: string }>
    }
    if (!answer.ok) {
      for (const error of told.errors ?? []) for (const { message } of error.data?.errors ?? [error]) toast.error(message)
      return
    }
    toast.success(verb.label[language])
    for (const { message } of told.warnings ?? []) toast.warning(message)
    if (told.created) router.push(`/admin/collections/${told.created.slug}/${told.created.id}`)
    else window.location.reload()
  }

  if (!id || offered.verbs.length === 0) return null
  return (
    <div style={{ display: 'flex', gap: 8 }} title={modified ? (language === 'zh' ? '请先保存修改' : 'Save your changes first') : ''}>
      {offered.verbs.map((verb) => (
        <Button
          key={verb.name}
          buttonStyle="secondary"
          size="medium"
          margin={false}
          disabled={modified || busy}
          onClick={() => void run(verb)}
        >
          {verb.label[language]}
        </Button>
      ))}
    </div>
  )
}
