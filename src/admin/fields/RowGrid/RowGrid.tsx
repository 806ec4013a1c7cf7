'use client'

import { Button, FieldDescription, FieldLabel, useAuth, useDocumentInfo, useForm } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useMemo, useRef } from 'react'

import { GridProvider, useGridState } from '@/src/admin/grid/grid'
import { GridTable, type TableHandle } from '@/src/admin/grid/GridTable'
import { objectionsByRow } from '@/src/admin/grid/objections'
import { useOpenGrid } from '@/src/admin/grid/useOpenGrid'
import { useShut } from '@/src/admin/grid/useShut'
import type { CheckedLine } from '@/src/admin/grid/useCheck'
import { usePaste } from '@/src/admin/grid/usePaste'
import type { GridColumn } from '@/src/domain/grid/gridColumn'
import type { GridStates } from '@/src/domain/grid/gridHead'
import type { RowShape } from '@/src/domain/grid/rowShape'
import '@/src/admin/grid/grid.css'

type Custom = {
  rows: string
  columns: GridColumn[]
  shape: RowShape
  description?: Record<string, string>
  readOnly?: boolean
  /** the roles that enter these rows; whoever has none of them reads them */
  enteredBy?: readonly string[]
  /** the field of the form that names whom its document is for */
  partner?: string
  /** only of the lists of documents */
  states?: GridStates
}
const none: ReadonlyMap<string, CheckedLine> = new Map()

/** The rows of a small list in the same grid as the lines of a document, without what only lines have: numbers, prices, totals. */
export const RowGrid: UIFieldClientComponent = ({ field, readOnly: fixed }) => {
  const custom = field.admin?.custom as Custom
  const { disabled: busy } = useForm()
  const { id, globalSlug, hasSavePermission } = useDocumentInfo()
  const roles = (useAuth().user as { roles?: string[] } | null | undefined)?.roles ?? []
  const foreign = custom.enteredBy !== undefined && !custom.enteredBy.some((role) => roles.includes(role))
  const { isShut } = useShut(custom.states)
  const readOnly = Boolean(fixed || isShut || foreign || custom.readOnly || ((id || globalSlug) && hasSavePermission === false))
  // a form of a document gives its width to its rows; a master record keeps its one column
  const isDocument = custom.states !== undefined
  const table = useRef<TableHandle>(null)
  const columns = useMemo(() => custom.columns, [custom.columns])
  const { grid, refusals } = useOpenGrid({ name: custom.rows, shape: custom.shape, columns, partner: custom.partner, readOnly, table })
  const rows = useGridState(grid.store, (state) => state.rows.length)
  const paste = usePaste(grid)
  const wrong = useMemo(() => objectionsByRow(refusals), [refusals])
  if (readOnly && rows === 0) return null
  return (
    <GridProvider value={grid}>
      <div className="field-type row-grid" id={`field-${custom.rows.replaceAll('.', '__')}`}>
        <FieldLabel label={field.label ?? custom.rows} path={custom.rows} />
        {custom.description && <FieldDescription description={custom.description[grid.language] ?? ''} path={custom.rows} />}
        <div className={isDocument ? 'line-grid' : 'line-grid line-grid--small'}>
          {rows > 0 && (
            <GridTable handle={table} numbered={false} checked={none} wrong={wrong} onPaste={readOnly ? undefined : paste.onPaste} />
          )}
          {paste.told && (
            <p className="line-grid__checked is-error" role="alert">
              {paste.told}
            </p>
          )}
          {!readOnly && (
            <p className="line-grid__foot">
              <Button
                buttonStyle="secondary"
                size="small"
                margin={false}
                disabled={busy}
                onClick={() => (table.current ? table.current.add() : grid.store.insert(0))}
              >
                {grid.say('addRow')}
              </Button>
            </p>
          )}
        </div>
      </div>
    </GridProvider>
  )
}
