'use client'

import { toast, useAuth, useConfig, useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import type { Ask } from '@/src/domain/kernel/ask'
import { templateMakers, templateVerbs } from '@/src/domain/quotes/templateVerbs'
import { terms } from '@/src/domain/words/terms'

import { AskingButton } from '../verbs/AskingButton'
import { callVerb } from '../verbs/callVerb'

const asks: readonly Ask[] = [{ name: 'customer', kind: 'record', of: 'customers', required: true, label: terms.customer }]

/** On the page of a template: a quote or an order for a customer, with its lines and terms; the page of what was made follows. */
export const MakeFromTemplate = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { user } = useAuth()
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const modified = useFormModified()
  const router = useRouter()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const verb = templateVerbs[collectionSlug ?? '']
  const roles: unknown = user?.['roles']
  if (!id || !verb || !collectionSlug || !Array.isArray(roles) || !templateMakers.some((role) => roles.includes(role))) return null

  const { label } = verb
  const attempt = async (body: object, key: string) => {
    const answer = await callVerb({ slug: collectionSlug, id, verb: verb.name, body, language, key })
    if (!answer.ok) return answer
    for (const message of answer.warnings) toast.warning(message)
    if (answer.created) router.push(`${config.routes.admin}/collections/${answer.created.slug}/${answer.created.id}`)
    return answer
  }
  return <AskingButton slug={collectionSlug} {...{ id, label, asks, language, attempt }} isShut={modified} />
}
