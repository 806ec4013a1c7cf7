'use client'

import { Button, useDocumentInfo, useField, useForm, useFormFields, useTranslation } from '@payloadcms/ui'
import type { ArrayFieldClientComponent } from 'payload'
import { useMemo, useRef } from 'react'

import { Cell } from './Cell'
import { columnsOf, labelOf, widthOf } from './columns'
import { GridRows } from './GridRows'
import { Told } from './Told'
import { useCheck } from './useCheck'
import { usePaste } from './usePaste'
import { type Say, words } from './words'

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
  const kind = useFormFields(([fields]) => fields['kind']?.value)
  const columns = useMemo(() => columnsOf(field, kind), [field, kind])
  // whatever is typed in any cell, as text: the check is asked again when it differs
  const changes = useFormFields(([fields]) =>
    JSON.stringify(
      Object.entries(fields)
        .filter(
          ([key]) =>
            key === 'customer' ||
            key === 'headerDiscount' ||
            key === 'taxMode' ||
            key === 'effectiveFrom' ||
            /^lines\.\d+\.(customer|customerCategory|itemCategory|minQty|newPrice|priority|validTo)$/.test(key) ||
            /^lines\.\d+\.(item|qty|unit|price|discountRate|taxRate|warehouse|batchNo|free|schedule\.\d+\.(date|qty))$/.test(key),
        )
        .map(([key, state]) => [key, state.value]),
    ),
  )
  const checked = useCheck({
    slug: collectionSlug ?? '',
    id,
    changes: rows.length === 0 ? '[]' : changes,
    language,
    enabled: !readOnly && ['orders', 'quotes', 'price-adjustments'].includes(collectionSlug ?? ''),
  })
  const add = (at: number): void => {
    addFieldRow({ path, rowIndex: at, schemaPath: schemaPath ?? path })
    setTimeout(() => table.current?.querySelectorAll<HTMLInputElement>('tbody tr')[at]?.querySelector('input')?.focus(), 120)
  }
  const paste = usePaste({ path, rows: rows.length, say })
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
    <div className="line-grid" onKeyDown={onKeyDown} onPaste={readOnly ? undefined : paste.onPaste}>
      <table ref={table}>
        <thead>
          <tr>
            <th>#</th>
            {columns.map((column) => (
              <th key={column.name} style={{ minWidth: widthOf(column) }} className={column.type === 'number' ? 'figure' : ''}>
                {labelOf(column, language)}
              </th>
            ))}
            <th />
          </tr>
        </thead>
        <GridRows
          rows={rows}
          columns={columns}
          numbered
          readOnly={readOnly}
          say={say}
          onRemove={(rowIndex) => removeFieldRow({ path, rowIndex })}
          cell={(column, index) => (
            <Cell
              column={column}
              path={`${path}.${index}.${column.name}`}
              label={`${labelOf(column, language)} ${index + 1}`}
              readOnly={readOnly || Boolean(column.admin?.readOnly)}
              checked={checked}
              index={index}
              language={language}
              say={say}
            />
          )}
        />
      </table>
      {!readOnly && (
        <p className="line-grid__foot">
          <Button buttonStyle="secondary" size="small" margin={false} onClick={() => add(rows.length)}>
            {say('add')}
          </Button>
          <small>{say('keys')}</small>
        </p>
      )}
      {paste.told && (
        <p className="line-grid__checked is-error" role="alert">
          {paste.told}
        </p>
      )}
      <Told checked={checked} say={say} />
    </div>
  )
}
