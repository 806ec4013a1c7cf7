'use client'

import { Button, toast, useAuth, useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { payerDeciders } from '@/src/domain/customers/decidePayerChange'
import type { Ask } from '@/src/domain/kernel/ask'

import { callVerb } from '../verbs/callVerb'
import { VerbDialog } from '../verbs/VerbDialog'

const label = { zh: '更换开票客户', en: 'Change payer' }

const asks: readonly Ask[] = [
  {
    name: 'billTo',
    kind: 'text',
    required: false,
    label: { zh: '新开票客户的编码', en: 'Code of the new payer' },
    hint: {
      zh: '留空 = 客户自己付款。未结的报价、订单、发货、退货、发票、收款一并转移，并核对新开票客户的信用',
      en: 'Empty: the customer himself. Open quotes, orders, deliveries, returns, invoices and receipts go along; the new payer’s credit is checked',
    },
  },
  { name: 'reason', kind: 'longText', required: true, label: { zh: '原因', en: 'Reason' } },
]

/** On the page of a customer: somebody else pays from now on and takes over what is open. */
export const ChangePayer = () => {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const { i18n } = useTranslation()
  const modified = useFormModified()
  const router = useRouter()
  const [key, setKey] = useState<string | null>(null)
  const [refusals, setRefusals] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const roles: unknown = user?.['roles']
  if (!id || !Array.isArray(roles) || !payerDeciders.some((role) => roles.includes(role))) return null

  const run = async (body: object, sentAs: string): Promise<void> => {
    setBusy(true)
    const answer = await callVerb({ slug: 'customers', id, verb: 'change-payer', body, language, key: sentAs })
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
