'use client'

import { Button } from '@payloadcms/ui'

import type { Ask } from '@/src/domain/kernel/ask'

import { useIsAlive } from '../../useIsAlive'

type Named = { zh: string; en: string }

/** What a mail asks: whom (the customer's main contact when empty), copies, in which language (the customer's when empty), with what words. */
const mailAsks: Ask[] = [
  { name: 'to', label: { zh: '收件人', en: 'To' }, kind: 'text', required: false, hint: { zh: '留空发给客户的主要联系人；多个地址用逗号分隔', en: 'Empty: the main contact of the customer; several addresses with commas' } },
  { name: 'cc', label: { zh: '抄送', en: 'Copy' }, kind: 'text', required: false },
  { name: 'bcc', label: { zh: '密送', en: 'Blind copy' }, kind: 'text', required: false },
  { name: 'language', label: { zh: '语言', en: 'Language' }, kind: 'choice', required: false, hint: { zh: '留空用客户的语言', en: 'Empty: the language of the customer' }, options: [{ value: 'zh', label: { zh: '中文', en: 'Chinese' } }, { value: 'en', label: { zh: '英文', en: 'English' } }] },
  { name: 'subject', label: { zh: '主题', en: 'Subject' }, kind: 'text', required: false, hint: { zh: '留空用公司设置的主题', en: 'Empty: the subject of the company’s settings' } },
  { name: 'message', label: { zh: '正文', en: 'Message' }, kind: 'longText', required: false, hint: { zh: '留空用公司设置的邮件正文', en: 'Empty: the covering letter of the company’s settings' } },
] // prettier-ignore

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
  onMail: (verb: { name: string; label: Named; asks: Ask[]; fixed: { name: string } }) => void
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
              label: { zh: `邮寄${print.title.zh}`, en: `Mail ${print.title.en}` },
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
