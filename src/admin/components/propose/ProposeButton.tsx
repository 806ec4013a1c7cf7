'use client'

import { toast, useDocumentInfo, useForm, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { proposedOfPerson } from '@/src/domain/control/houseChange'
import type { Ask } from '@/src/domain/kernel/ask'

import { ask } from '../../request/ask'
import { withEntered } from '../entries'
import { AskingButton } from '../verbs/AskingButton'

type Values = Record<string, unknown>
type Given = { kind: 'settings'; area: string } | { kind: 'rights' }

const label = { zh: '提出变更', en: 'Propose' }

const asks: readonly Ask[] = [
  { name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'longText', required: true },
  {
    name: 'from',
    label: { zh: '生效日（空 = 确认时）', en: 'In force from (empty = when confirmed)' },
    kind: 'date',
    required: false,
    hint: { zh: '由另一位管理员或总经理确认后生效', en: 'Another administrator or the general manager confirms it' },
  },
]

const notSettings = new Set(['id', 'version', 'globalType', 'createdAt', 'updatedAt'])

/** Only what may be proposed: the rights of a person, or the fields of the settings. */
const proposable = (given: Given, data: Values): Values =>
  given.kind === 'rights'
    ? Object.fromEntries(proposedOfPerson.filter((name) => name in data).map((name) => [name, data[name]]))
    : Object.fromEntries(Object.entries(data).filter(([name]) => !notSettings.has(name)))

/** Hands what was entered to a second person instead of saving it: settings that take two people, rights of one's own, figures of the house. */
export const ProposeButton = (given: Given) => {
  const { id } = useDocumentInfo()
  const { getData, dispatchFields, setModified } = useForm()
  const modified = useFormModified()
  const router = useRouter()
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  // a save that was refused leaves what was entered, and the form takes it for unchanged
  const [wasModified, setWasModified] = useState(false)
  if (modified && !wasModified) setWasModified(true)
  if (!(modified || wasModified) || (given.kind === 'rights' && !id)) return null

  const attempt = async ({ reason, from }: Values, key: string) => {
    const about = given.kind === 'rights' ? { kind: 'rights', person: id } : { kind: 'settings', area: given.area }
    const effectiveFrom = typeof from === 'string' ? new Date(`${from}T00:00`).toISOString() : null
    const send = { ...about, reason, effectiveFrom, values: proposable(given, withEntered(dispatchFields, getData() as Values)) }
    const answer = await ask<{ doc: { id: number; no: string } }>('/api/house-changes?depth=0', {
      send,
      language,
      key,
      waits: true,
    })
    if (!answer.ok) return { ok: false, told: answer.refusals }
    // what was entered waits in the proposal, not in this form
    setModified(false)
    toast.success(`${label[language]} ✓ ${answer.body.doc.no}`)
    router.push(`/admin/collections/house-changes/${answer.body.doc.id}`)
    return { ok: true, told: [] }
  }

  return <AskingButton slug="house-changes" id="" {...{ label, asks, language, attempt }} isMain />
}
