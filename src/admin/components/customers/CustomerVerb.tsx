'use client'

import { toast, useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import type { Ask } from '@/src/domain/kernel/ask'

import { AskingButton } from '../verbs/AskingButton'
import { callVerb } from '../verbs/callVerb'

type Label = { zh: string; en: string }

/** One deed on the page of a customer: a button, what it asks, what stands in its way. */
export const CustomerVerb = ({ verb, label, asks }: { verb: string; label: Label; asks: readonly Ask[] }) => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const modified = useFormModified()
  const router = useRouter()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  if (!id) return null

  const attempt = async (body: object, key: string) => {
    const answer = await callVerb({ slug: 'customers', id, verb, body, language, key })
    if (!answer.ok) return answer
    toast.success(`${label[language]} ✓`)
    for (const message of answer.warnings) toast.warning(message)
    router.refresh()
    return answer
  }
  return <AskingButton slug="customers" {...{ id, label, asks, language, attempt }} isShut={modified} />
}
