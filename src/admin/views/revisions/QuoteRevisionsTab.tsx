'use client'

import { Link, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { ComparedField } from '@/src/domain/quotes/comparedLines'
import { statusWord } from '@/src/domain/words/statusWords'
import type { QuoteRevisions } from '@/src/questions/quotes/quoteRevisions'

import { ask } from '../../request/ask'

const words = {
  zh: { no: '单号', date: '日期', status: '状态', total: '价税合计', compare: '比较', with: '与', from: '比较的版次', to: '对照的版次', line: '行', what: '内容', one: '此报价没有修订版。', same: '两版的明细相同。', failed: '版次读取失败。', added: '新增', removed: '删除' },
  en: { no: 'No.', date: 'Date', status: 'Status', total: 'Gross', compare: 'Compare', with: 'with', from: 'Revision compared', to: 'Compared with', line: 'Line', what: 'What', one: 'This quotation has no revision.', same: 'The lines of the two are the same.', failed: 'The revisions could not be read.', added: 'added', removed: 'removed' },
} as const // prettier-ignore

const fields: Readonly<Record<ComparedField, { zh: string; en: string }>> = {
  description: { zh: '说明', en: 'Description' },
  qty: { zh: '数量', en: 'Quantity' },
  unit: { zh: '单位', en: 'Unit' },
  price: { zh: '单价', en: 'Price' },
  discountRate: { zh: '折扣 %', en: 'Discount %' },
  taxRate: { zh: '税率 %', en: 'Tax %' },
  free: { zh: '赠品', en: 'Free of charge' },
  breaks: { zh: '数量阶梯', en: 'Quantity breaks' },
  gross: { zh: '价税合计', en: 'Gross' },
}

/** 版次: the revisions of a quote, and any two of them line by line, old beside new. */
export const QuoteRevisionsTab = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const say = words[language]
  const [chosen, setChosen] = useState<{ from: number; to: number } | null>(null)
  const [told, setTold] = useState<QuoteRevisions | 'failed' | null>(null)
  useEffect(() => {
    let gone = false
    const load = async (): Promise<void> => {
      const query = chosen ? `?from=${chosen.from}&to=${chosen.to}` : ''
      const answer = await ask<QuoteRevisions>(`/api/revisions/quotes/${id ?? ''}${query}`)
      if (!gone) setTold(answer.ok ? answer.body : 'failed')
    }
    void load()
    return () => void (gone = true)
  }, [id, chosen])
  if (told === null) return <p className="flow__told">…</p>
  if (told === 'failed') return <p className="flow__told">{say.failed}</p>
  const { revisions, compared } = told
  const rows = (compared?.lines ?? []).filter(({ kind }) => kind !== 'same')
  const pick = (end: 'from' | 'to') =>
    compared && (
      <select
        value={compared[end]}
        aria-label={say[end]}
        onChange={(event) => setChosen({ from: compared.from, to: compared.to, [end]: Number(event.target.value) })}
      >
        {revisions.map((revision) => (
          <option key={revision.id} value={revision.id}>
            {revision.no}
          </option>
        ))}
      </select>
    )
  const noOf = (wanted: number | undefined): string => revisions.find((revision) => revision.id === wanted)?.no ?? ''
  return (
    <div className="flow revisions">
      <table>
        <thead>
          <tr>
            <th>{say.no}</th>
            <th>{say.date}</th>
            <th>{say.status}</th>
            <th>{say.total}</th>
          </tr>
        </thead>
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
        <p className="revisions__choice">
          {say.compare} {pick('from')} {say.with} {pick('to')}
        </p>
      )}
      {compared && rows.length === 0 && <p>{say.same}</p>}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>{say.line}</th>
              <th>{say.what}</th>
              <th>{noOf(compared?.from)}</th>
              <th>{noOf(compared?.to)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.flatMap((row) =>
              row.changes.map(({ field, before, after }) => (
                <tr key={`${row.kind} ${row.line} ${field}`}>
                  <td>
                    {row.line} {row.name} {row.kind === 'added' ? `(${say.added})` : row.kind === 'removed' ? `(${say.removed})` : ''}
                  </td>
                  <td>{fields[field][language]}</td>
                  <td className="revisions__before">{before ?? '–'}</td>
                  <td className="revisions__after">{after ?? '–'}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      )}
    </div>
  )
}
