'use client'

import { Button, useDocumentInfo, useField, useForm, useFormFields, useTranslation } from '@payloadcms/ui'
import type { ArrayFieldClientComponent, ClientField } from 'payload'
import { useMemo, useRef } from 'react'

import type { Finding } from '@/src/domain/kernel/decision'

import { CheckCell, FigureCell, TextCell } from './cells'
import { RecordCell } from './RecordCell'
import { type Checked, useCheck } from './useCheck'
import { type Say, words } from './words'

const fallback = ['item', 'qty', 'unit', 'price', 'discountRate', 'taxRate', 'gross', 'warehouse', 'remark']
const widths: Record<string, string> = {
  item: '16rem',
  customer: '11rem',
  customerCategory: '8rem',
  itemCategory: '8rem',
  description: '10rem',
  remark: '9rem',
  qty: '6.5rem',
  unit: '4.5rem',
  price: '7rem',
  cost: '7rem',
  warehouse: '9rem',
  batchNo: '7rem',
  bookQty: '6.5rem',
  countedQty: '6.5rem',
  difference: '6rem',
  receivedQty: '6rem',
  oldCost: '7rem',
  costDelta: '7rem',
  leftValue: '7rem',
  soldValue: '7rem',
  originalPrice: '7rem',
  discountRate: '5rem',
  taxRate: '5rem',
  gross: '8rem',
  net: '8rem',
  tax: '7rem',
  promised: '7rem',
  openQty: '6rem',
  orderedQty: '6rem',
}

type Named = ClientField & { name: string }

const labelOf = (field: Named, language: 'zh' | 'en'): string => {
  const { label } = field as { label?: string | Record<string, string> }
  return typeof label === 'object' ? (label[language] ?? field.name) : (label ?? field.name)
}

const figure = (value: number): string => value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** The lines of a document as one compact table: keyboard first, prices, stock and credit told before saving. */
export const LineGrid: ArrayFieldClientComponent = ({ field, path: given, readOnly: fixed, schemaPath }) => {
  const path = given ?? field.name
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const say: Say = (word) => words[word][language]
  const { id, collectionSlug } = useDocumentInfo()
  const { addFieldRow, removeFieldRow, disabled } = useForm()
  const { rows = [] } = useField<number>({ path, hasRows: true })
  const status = useFormFields(([fields]) => fields['status']?.value as string | undefined)
  const readOnly = Boolean(
    fixed || disabled || (status !== undefined && !['draft', 'inReview', 'awaitingRuling', 'reviewed', 'reviewFailed'].includes(status)),
  )
  const table = useRef<HTMLTableElement>(null)
  const columns = useMemo(() => {
    const wanted = (field.admin as { custom?: { columns?: string[] } } | undefined)?.custom?.columns ?? fallback
    return wanted.flatMap((name) => field.fields.filter((sub): sub is Named => 'name' in sub && sub.name === name))
  }, [field])
  // whatever is typed in any cell, as text: the check is asked again when it differs
  const changes = useFormFields(([fields]) =>
    JSON.stringify(
      Object.entries(fields)
        .filter(
          ([key]) =>
            key === 'customer' ||
            key === 'headerDiscount' ||
            key === 'taxMode' ||
            /^lines\.\d+\.(item|qty|unit|price|discountRate|taxRate|warehouse|batchNo|free)$/.test(key),
        )
        .map(([key, state]) => [key, state.value]),
    ),
  )
  const checked = useCheck({
    slug: collectionSlug ?? '',
    id,
    changes: rows.length === 0 ? '[]' : changes,
    language,
    enabled: !readOnly && ['orders', 'quotes'].includes(collectionSlug ?? ''),
  })
  const add = (at: number): void => {
    addFieldRow({ path, rowIndex: at, schemaPath: schemaPath ?? path })
    setTimeout(() => table.current?.querySelectorAll<HTMLInputElement>('tbody tr')[at]?.querySelector('input')?.focus(), 120)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    const row = event.target.closest('tr')
    const index = row ? [...(row.parentElement?.children ?? [])].indexOf(row) : -1
    if (event.ctrlKey || index === rows.length - 1) return add(event.ctrlKey ? index + 1 : rows.length)
    const cell = event.target.closest('td')
    const column = cell ? [...(row?.children ?? [])].indexOf(cell) : 0
    ;(row?.nextElementSibling?.children[column] as HTMLElement | undefined)?.querySelector('input')?.focus()
  }
  return (
    <div className="line-grid" onKeyDown={onKeyDown}>
      <table ref={table}>
        <thead>
          <tr>
            <th>#</th>
            {columns.map((column) => (
              <th
                key={column.name}
                style={{ minWidth: widths[column.name] ?? '6rem' }}
                className={column.type === 'number' ? 'figure' : ''}
              >
                {labelOf(column, language)}
              </th>
            ))}
            <th />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id}>
              <td>{index + 1}</td>
              {columns.map((column) => (
                <td key={column.name} className={column.type === 'number' ? 'figure' : ''}>
                  <Cell
                    column={column}
                    path={`${path}.${index}.${column.name}`}
                    label={`${labelOf(column, language)} ${index + 1}`}
                    readOnly={readOnly || Boolean(column.admin?.readOnly)}
                    checked={checked}
                    index={index}
                    say={say}
                  />
                </td>
              ))}
              <td>
                {!readOnly && (
                  <button
                    type="button"
                    className="line-grid__remove"
                    aria-label={`${say('remove')} ${index + 1}`}
                    title={say('remove')}
                    onClick={() => removeFieldRow({ path, rowIndex: index })}
                  >
                    ×
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!readOnly && (
        <p className="line-grid__foot">
          <Button buttonStyle="secondary" size="small" margin={false} onClick={() => add(rows.length)}>
            {say('add')}
          </Button>
          <small>{say('keys')}</small>
        </p>
      )}
      <Told checked={checked} say={say} />
    </div>
  )
}

type CellOf = { column: Named; path: string; label: string; readOnly: boolean; checked: Checked; index: number; say: Say }

const Cell = ({ column, path, label, readOnly: fixed, checked, index, say }: CellOf) => {
  const readOnly = fixed || Boolean((column.admin as { readOnly?: boolean } | undefined)?.readOnly)
  const wrong = checked.findings.find((finding) => finding.path === `lines.${index}.${column.name}`)?.message
  if (column.type === 'relationship') {
    return <RecordCell path={path} slug={String(column.relationTo)} readOnly={readOnly} placeholder={say('search')} label={label} />
  }
  if (column.type === 'checkbox') return <CheckCell path={path} label={label} readOnly={readOnly} />
  if (column.type !== 'number') return <TextCell path={path} label={label} readOnly={readOnly} wrong={wrong} />
  const line = checked.lines[index]
  if (column.name === 'gross' && line?.gross != null) return <span className="line-grid__told">{figure(line.gross)}</span>
  const isPrice = column.name === 'price'
  const steps = isPrice
    ? (line?.trace ?? []).map((step) =>
        Object.entries(step)
          .filter(([, value]) => value !== null)
          .map(([key, value]) => `${key} ${String(value)}`)
          .join(', '),
      )
    : []
  return (
    <FigureCell
      path={path}
      label={label}
      readOnly={readOnly}
      wrong={wrong}
      placeholder={isPrice && line?.price != null ? String(line.price) : undefined}
      title={steps.length > 0 ? `${say('why')}:\n${steps.join('\n')}` : undefined}
    />
  )
}

/** Totals and findings of the last check, under the lines. */
const Told = ({ checked, say }: { checked: Checked; say: Say }) => {
  if (checked.lines.length === 0 && checked.findings.length === 0) return null
  const { netTotal, taxTotal, grossTotal } = checked.totals
  return (
    <div className="line-grid__checked" aria-live="polite">
      <p>
        {say('totals')}: {say('net')} <b>{figure(netTotal)}</b> · {say('tax')} <b>{figure(taxTotal)}</b> · {say('gross')}{' '}
        <b>{figure(grossTotal)}</b>
      </p>
      {checked.findings.length === 0 ? (
        <p className="is-fine">{say('checked')}</p>
      ) : (
        checked.findings.map((finding: Finding, index) => (
          <p key={`${finding.code}-${index}`} className={finding.severity === 'error' ? 'is-error' : 'is-warning'}>
            {finding.message}
          </p>
        ))
      )}
    </div>
  )
}
