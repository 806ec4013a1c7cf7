'use client'

import { Button, useDocumentInfo, useForm, useFormFields } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useMemo, useRef, useState } from 'react'

import { DayInput } from '@/src/admin/components/day/DayInput'
import { GridProvider } from '@/src/admin/grid/grid'
import { GridTable, type TableHandle } from '@/src/admin/grid/GridTable'
import { type Objection, Objections, placeIn, Totals } from '@/src/admin/grid/Told'
import { useCheck } from '@/src/admin/grid/useCheck'
import { useOpenGrid } from '@/src/admin/grid/useOpenGrid'
import { useShut } from '@/src/admin/grid/useShut'
import { usePaste } from '@/src/admin/grid/usePaste'
import { useMarginColumns, useMargins } from '@/src/admin/grid/useMargins'
import { useRemedies } from '@/src/admin/grid/useRemedies'
import { useChosenColumns } from '@/src/admin/grid/useChosenColumns'
import { GridTools } from '@/src/admin/grid/GridTools'
import { objectionsByRow } from '@/src/admin/grid/objections'
import type { GridColumn } from '@/src/domain/grid/gridColumn'
import type { GridHead, GridStates } from '@/src/domain/grid/gridHead'
import type { RowShape } from '@/src/domain/grid/rowShape'
import { withHeadDate } from '@/src/domain/grid/rows'
import { CustomerBar } from '@/src/admin/components/frame/CustomerBar'
import '@/src/admin/grid/grid.css'

import { useTakenOver } from './useTakenOver'

type Custom = { rows: string; columns: GridColumn[]; shape: RowShape; head?: GridHead; partner?: string; states?: GridStates }

const unheard: GridHead = { heard: [] }

/** The lines of a document as one compact table: keyboard first, prices, stock and credit told before saving. */
export const LineGrid: UIFieldClientComponent = ({ field, readOnly: fixed }) => {
  const custom = field.admin?.custom as Custom
  const { shape } = custom
  const { id, collectionSlug, hasSavePermission } = useDocumentInfo()
  const { disabled } = useForm()
  // columns that stand or fall with a field of the head
  const ruling = useFormFields(([fields]) =>
    JSON.stringify(custom.columns.map(({ when }) => !when || fields[when.field]?.value === when.is)),
  )
  const { head: asked = unheard, states, partner } = custom
  const head = useFormFields(([fields]) => JSON.stringify(asked.heard.map((name) => fields[name]?.value ?? null)))
  const totals = useFormFields(([fields]) => JSON.stringify((asked.totals ?? []).map((name) => fields[name]?.value ?? null)))
  // a document that is in force is in the books, and so in what the customer owes
  const { isShut, isCounted } = useShut(states)
  const readOnly = Boolean(fixed || isShut || (id && hasSavePermission === false))
  const margins = useMarginColumns(asked.margins)
  const columns = useMemo(
    () => [...custom.columns.filter((_, at) => (JSON.parse(ruling) as boolean[])[at]), ...margins],
    [custom.columns, ruling, margins],
  )
  const { isShown, choices, toggle } = useChosenColumns(`${collectionSlug}/${custom.rows}`, columns, shape)
  const shown = useMemo(() => columns.filter(isShown), [columns, isShown])
  const table = useRef<TableHandle>(null)
  const { grid, refusals } = useOpenGrid({ name: custom.rows, shape, columns, partner, shown, readOnly, table, startsWithRow: !id })
  const { store, say } = grid
  const slug = collectionSlug ?? ''
  const checked = useCheck({
    slug,
    id,
    head,
    store,
    shape,
    name: custom.rows,
    language: grid.language,
    needs: asked.needs,
    enabled: !readOnly && !disabled && asked.checked === true,
  })
  const told = useMargins({ question: asked.margins, store, checked: checked.lines })
  useTakenOver(!readOnly && !id ? asked.takesOver : undefined)
  const paste = usePaste(grid)
  const [headDate, setHeadDate] = useState<string | null>(null)
  const findings: readonly Objection[] = refusals.length > 0 ? refusals : checked.findings
  const wrong = useMemo(() => objectionsByRow(findings), [findings])
  const { remedies, apply } = useRemedies(grid, checked.lines)
  const fill = (date: string): void => {
    if (!date) return setHeadDate(null)
    store.replace((rows) => withHeadDate(rows, { date, former: headDate }, shape))
    store.setFresh(() => (shape.dates ? { [shape.dates]: [{ date, qty: null }] } : {}))
    setHeadDate(date)
  }
  return (
    <GridProvider value={grid}>
      <div className="line-grid" id={`field-${custom.rows}`}>
        {asked.customerBar && (
          <CustomerBar
            slug={slug}
            id={id}
            customer={grid.partner}
            amount={isCounted ? null : checked.totals.grossTotal * checked.exchangeRate}
            isEntered={!readOnly}
            language={grid.language}
          />
        )}
        {!readOnly && (
          <Objections
            findings={findings}
            onGo={(row, column) => table.current?.focus(row, column)}
            remedies={remedies}
            onApply={(row, remedy) => {
              apply(row, remedy)
              if (row !== null) table.current?.focus(row, shape.figure[0] ?? '')
            }}
          />
        )}
        {paste.told && (
          <p className="line-grid__checked is-error" role="alert">
            {paste.told}
          </p>
        )}
        <GridTable
          handle={table}
          numbered
          checked={told}
          wrong={wrong}
          onPaste={readOnly ? undefined : paste.onPaste}
          onRemedy={(row, nth) => {
            const own = findings.filter(({ path }) => placeIn(path)?.row === row).flatMap((finding) => remedies(finding))
            if (own[nth]) apply(row, own[nth])
          }}
          empty={readOnly ? null : <p className="line-grid__empty">{say('empty')}</p>}
        />
        <div className="line-grid__foot">
          {!readOnly && (
            <Button buttonStyle="secondary" size="small" margin={false} onClick={() => table.current?.add()}>
              {say('add')}
            </Button>
          )}
          {!readOnly && columns.some((column) => column.kind === 'schedule' && !column.readOnly) && (
            <label className="line-grid__head-date">
              {say('headDate')} <DayInput label={say('headDate')} language={grid.language} value={headDate ?? ''} onChange={fill} />
            </label>
          )}
          <GridTools choices={choices} onToggle={toggle} checked={told} />
          <Totals checked={checked} findings={findings} stored={JSON.parse(totals) as Array<number | null>} />
        </div>
        {!readOnly && <small className="line-grid__keys">{say('keys')}</small>}
      </div>
    </GridProvider>
  )
}
