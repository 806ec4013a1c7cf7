'use client'

import { Button } from '@payloadcms/ui'

import type { Ask } from '@/src/domain/kernel/ask'

import { useIsAlive } from '../../useIsAlive'
import { mailAsks } from './mailAsks'

type Named = { zh: string; en: string }

export const confirmAddress: Ask = {
  name: 'confirmed',
  kind: 'check',
  required: true,
  label: { zh: '确认发到不属于该客户的地址', en: 'Send it to addresses that are not the customer’s' },
}

/** Print opens the PDF beside the page; mail asks whom it goes to. */
export const PrintButtons = ({
  print,
  alone,
  address,
  language,
  onMail,
}: {
  print: { name: string; title: Named; mail: boolean }
  alone: boolean
  address: string
  language: keyof Named
  onMail: (verb: { name: string; label: Named; asks: readonly Ask[]; fixed: { name: string } }) => void
}) => {
  const isAlive = useIsAlive()
  return (
    <>
      <Button el="anchor" url={address} newTab buttonStyle="subtle" size="medium" margin={false}>
        {alone ? { zh: '打印', en: 'Print' }[language] : print.title[language]}
      </Button>
      {print.mail && (
        <Button
          buttonStyle="subtle"
          size="medium"
          margin={false}
          disabled={!isAlive}
          onClick={() =>
            onMail({
              name: 'mail',
              label: { zh: `用邮件发送${print.title.zh}`, en: `Mail ${print.title.en}` },
              asks: mailAsks,
              fixed: { name: print.name },
            })
          }
        >
          {{ zh: '邮件', en: 'Mail' }[language]}
        </Button>
      )}
    </>
  )
}
