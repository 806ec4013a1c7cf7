'use client'

import { Link, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import type { ComparedHeadField } from '@/src/domain/quotes/comparedHeads'
import type { ComparedField } from '@/src/domain/quotes/comparedLines'
import { statusWord } from '@/src/domain/words/statusWords'
import type { QuoteRevisions } from '@/src/questions/quotes/quoteRevisions'
import { inLanguages } from '@/src/domain/words/words'

import { Heads } from '../../components/Heads'
import { Differences, RevisionChoice } from './Compared'
import { figure, headWords, lineWords } from './spokenChanges'
import { type Chosen, useRevisions } from './useRevisions'

const words = inLanguages({
  no: { zh: '单号', en: 'No.' },
  date: { zh: '日期', en: 'Date' },
  status: { zh: '状态', en: 'Status' },
  total: { zh: '价税合计', en: 'Gross' },
  line: { zh: '行', en: 'Line' },
  what: { zh: '内容', en: 'What' },
  one: { zh: '此报价没有修订版。', en: 'This quotation has no revision.' },
  same: { zh: '两版的内容相同。', en: 'The two say the same.' },
  whole: { zh: '整单', en: 'Whole quotation' },
  failed: { zh: '版次读取失败。', en: 'The revisions could not be read.' },
  added: { zh: '新增', en: 'added' },
  removed: { zh: '删除', en: 'removed' },
})

const fields: Readonly<Record<ComparedField, { zh: string; en: string }>> = {
  ...lineWords,
  free: { zh: '赠品', en: 'Free of charge' },
  breaks: { zh: '数量阶梯', en: 'Quantity breaks' },
  remark: { zh: '备注', en: 'Remark' },
}

const heads: Readonly<Record<ComparedHeadField, { zh: string; en: string }>> = {
  ...headWords,
  validUntil: { zh: '有效期至', en: 'Valid until' },
  currency: { zh: '币种', en: 'Currency' },
  taxMode: { zh: '价税方式', en: 'Tax mode' },
  terms: { zh: '条款', en: 'Terms' },
}

const taxModes: Readonly<Record<string, { zh: string; en: string }>> = {
  inclusive: { zh: '含税', en: 'Tax inclusive' },
  exclusive: { zh: '不含税', en: 'Tax exclusive' },
}

const figures: ReadonlySet<string> = new Set([
  'qty',
  'price',
  'discountRate',
  'taxRate',
  'gross',
  'grossTotal',
  'headerDiscount',
  'freight',
])

const told = (field: string, value: string | null, language: 'zh' | 'en'): string =>
  value === null
    ? '–'
    : figures.has(field)
      ? figure(field, Number(value))
      : field === 'taxMode'
        ? (taxModes[value]?.[language] ?? value)
        : value

/** 版次: the revisions of a quote, and any two of them line by line, old beside new. */
export const QuoteRevisionsTab = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const say = words[language]
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const answer = useRevisions<QuoteRevisions>('quotes', id, chosen)
  if (answer === null) return <p className="flow__told">…</p>
  if (answer === 'failed') return <p className="flow__told">{say.failed}</p>
  const { revisions, compared } = answer
  const ofWhole = (compared?.head ?? []).map(({ field, before, after }) => ({
    key: field,
    where: say.whole,
    what: heads[field][language],
    before: told(field, before, language),
    after: told(field, after, language),
  }))
  const ofLines = (compared?.lines ?? [])
    .filter(({ kind }) => kind !== 'same')
    .flatMap(({ kind, line, name, changes }) =>
      changes.map(({ field, before, after }) => ({
        key: `${kind} ${line} ${field}`,
        where: [line, name, kind === 'added' || kind === 'removed' ? `(${say[kind]})` : ''].filter(Boolean).join(' '),
        what: fields[field][language],
        before: told(field, before, language),
        after: told(field, after, language),
      })),
    )
  const rows = [...ofWhole, ...ofLines]
  const noOf = (wanted: number): string => revisions.find((revision) => revision.id === wanted)?.no ?? ''
  return (
    <div className="flow revisions">
      <table>
        <Heads titles={[say.no, say.date, say.status, say.total]} />
        <tbody>
          {revisions.map((revision) => (
            <tr key={revision.id}>
              <td>
                <Link href={`${config.routes.admin}/collections/quotes/${revision.id}`}>{revision.no}</Link>
              </td>
              <td>{revision.date}</td>
              <td>{statusWord('quotes', revision.status, language)}</td>
              <td>
                {revision.currency} {revision.grossTotal.toLocaleString('en-US', { minimumFractionDigits: 2 })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!compared && <p>{say.one}</p>}
      {compared && (
        <RevisionChoice
          revisions={revisions.map(({ id: key, no }) => ({ key, name: no }))}
          chosen={{ from: compared.from, to: compared.to }}
          language={language}
          choose={setChosen}
        />
      )}
      {compared && rows.length === 0 && <p>{say.same}</p>}
      {compared && rows.length > 0 && <Differences heads={[say.line, say.what, noOf(compared.from), noOf(compared.to)]} rows={rows} />}
    </div>
  )
}
