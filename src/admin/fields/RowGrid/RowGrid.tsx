'use client'

import { Button, FieldDescription, FieldLabel, useField, useAuth, useForm, useFormFields, useTranslation } from '@payloadcms/ui'
import type { ArrayFieldClient, ArrayFieldClientComponent, ClientField } from 'payload'
import { useMemo, useRef } from 'react'

import { foreignFields } from '@/src/domain/samples/feedbackRound'

import { Cell } from '../LineGrid/Cell'
import { type Column, labelOf } from '../LineGrid/columns'
import { GridRows } from '../LineGrid/GridRows'
import type { Checked } from '../LineGrid/useCheck'
import { type Say, words } from '../LineGrid/words'
import { FeatureValue } from './FeatureValue'

const nothing: Checked = { findings: [], lines: [], totals: { netTotal: 0, taxTotal: 0, grossTotal: 0 } }

/** What a template has laid down for a feature; only its value and its tolerance are entered. */
const laidDown = new Set(['key', 'unit', 'type', 'options', 'required'])

const flat = (fields: readonly ClientField[]): Column[] =>
  fields.flatMap((sub): Column[] =>
    'fields' in sub && sub.type === 'row' ? flat(sub.fields) : 'name' in sub && sub.name !== 'id' ? [sub as Column] : [],
  )

/** The columns in the order wanted, else every field of a row. */
function columnsOf(field: Pick<ArrayFieldClient, 'admin' | 'fields'>): Column[] {
  const all = flat(field.fields)
  const wanted = (field.admin?.custom as { columns?: string[] } | undefined)?.columns
  return wanted ? wanted.flatMap((name) => all.filter((column) => column.name === name)) : all.filter(({ admin }) => !admin?.hidden)
}

const widths: Readonly<Record<string, string>> = {
  number: '6rem',
  checkbox: '3.5rem',
  date: '8.5rem',
  select: '6.5rem',
  relationship: '14rem',
}

const RowCell = ({
  column,
  row,
  index,
  label,
  readOnly,
  language,
  say,
}: {
  column: Column
  /** Path of the row. */
  row: string
  index: number
  label: string
  readOnly: boolean
  language: 'zh' | 'en'
  say: Say
}) => {
  const path = `${row}.${column.name}`
  const template = useFormFields(([fields]) => Boolean(fields[`${row}.value`] && fields[`${row}.options`] && fields[`${row}.name`]?.value))
  if (template && column.name === 'value') return <FeatureValue row={row} label={label} readOnly={readOnly} />
  const fixed = readOnly || Boolean(column.admin?.readOnly) || (template && laidDown.has(column.name))
  return <Cell column={column} path={path} label={label} readOnly={fixed} checked={nothing} index={index} language={language} say={say} />
}

/** The rows of a small list as one table: Enter goes down, the last row's Enter adds one. */
export const RowGrid: ArrayFieldClientComponent = ({ field, path: given, readOnly: fixed, schemaPath }) => {
  const path = given ?? field.name
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const say: Say = (word) => words[word][language]
  const { addFieldRow, removeFieldRow, disabled: busy } = useForm()
  const { rows = [], disabled } = useField<number>({ path, hasRows: true })
  const roles = (useAuth().user as { roles?: string[] } | null | undefined)?.roles ?? []
  // measurements are engineering's: whoever may not enter them reads them
  const foreign = foreignFields({ changed: [field.name], roles }).length > 0
  const readOnly = Boolean(fixed || disabled || busy || foreign || field.admin?.readOnly)
  const columns = useMemo(() => columnsOf(field), [field])
  // a form of a document gives its width to its rows; a master record keeps its one column
  const isDocument = useFormFields(([fields]) => fields['no'] !== undefined)
  const body = useRef<HTMLTableSectionElement>(null)
  if (readOnly && rows.length === 0) return null
  const cellAt = (row: number, column: number): HTMLElement | null =>
    body.current?.children[row]?.children[column]?.querySelector<HTMLElement>('input, select') ?? null
  const add = (): void => {
    addFieldRow({ path, rowIndex: rows.length, schemaPath: schemaPath ?? path })
    setTimeout(() => cellAt(rows.length, 0)?.focus(), 120)
  }
  const down = (event: React.KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.defaultPrevented) return
    event.preventDefault()
    const cell = event.target.closest('td')
    const row = cell?.parentElement
    if (!cell || !row) return
    const at = [...(row.parentElement?.children ?? [])].indexOf(row)
    if (at < rows.length - 1) cellAt(at + 1, [...row.children].indexOf(cell))?.focus()
    else if (!readOnly) add()
  }
  return (
    <div className="field-type row-grid" id={`field-${path.replace(/\./g, '__')}`}>
      <FieldLabel label={field.label ?? field.name} path={path} required={field.required ?? false} />
      <FieldDescription description={field.admin?.description} path={path} />
      <div className={isDocument ? 'line-grid' : 'line-grid line-grid--small'} onKeyDown={down}>
        {rows.length > 0 && (
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th
                    key={column.name}
                    style={{ minWidth: widths[column.type] ?? '8rem' }}
                    className={column.type === 'number' ? 'figure' : ''}
                  >
                    {labelOf(column, language)}
                  </th>
                ))}
                <th />
              </tr>
            </thead>
            <GridRows
              rows={rows}
              columns={columns}
              readOnly={readOnly}
              say={say}
              body={body}
              onRemove={(rowIndex) => removeFieldRow({ path, rowIndex })}
              cell={(column, index) => (
                <RowCell
                  column={column}
                  row={`${path}.${index}`}
                  index={index}
                  label={`${labelOf(column, language)} ${index + 1}`}
                  readOnly={readOnly}
                  language={language}
                  say={say}
                />
              )}
            />
          </table>
        )}
        {!readOnly && (
          <p className="line-grid__foot">
            <Button buttonStyle="secondary" size="small" margin={false} onClick={add}>
              {say('add')}
            </Button>
          </p>
        )}
      </div>
    </div>
  )
}
