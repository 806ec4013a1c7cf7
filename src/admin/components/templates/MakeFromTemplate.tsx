'use client'

import { Button, toast, useAuth, useConfig, useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import type { Ask } from '@/src/domain/kernel/ask'
import { templateMakers, templateVerbs } from '@/src/domain/quotes/templateVerbs'
import { terms } from '@/src/domain/words/terms'

import { callVerb } from '../verbs/callVerb'
import { VerbDialog } from '../verbs/VerbDialog'

const asks: readonly Ask[] = [{ name: 'customer', kind: 'record', of: 'customers', required: true, label: terms.customer }]

/** On the page of a template: a quote or an order for a customer, with its lines and terms; the page of what was made follows. */
export const MakeFromTemplate = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { user } = useAuth()
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const modified = useFormModified()
  const router = useRouter()
  const [key, setKey] = useState<string | null>(null)
  const [refusals, setRefusals] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const verb = templateVerbs[collectionSlug ?? '']
  const roles: unknown = user?.['roles']
  if (!id || !verb || !collectionSlug || !Array.isArray(roles) || !templateMakers.some((role) => roles.includes(role))) return null

  const run = async (body: object, sentAs: string): Promise<void> => {
    setBusy(true)
    const answer = await callVerb({ slug: collectionSlug, id, verb: verb.name, body, language, key: sentAs })
    setBusy(false)
    setRefusals(answer.refusals)
    if (!answer.ok) return setKey(crypto.randomUUID())
    setKey(null)
    for (const message of answer.warnings) toast.warning(message)
    if (answer.created) router.push(`${config.routes.admin}/collections/${answer.created.slug}/${answer.created.id}`)
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
        {verb.label[language]}
      </Button>
      {key && (
        <VerbDialog
          slug={collectionSlug}
          id={id}
          label={verb.label}
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
