'use client'

import { CheckCell, FigureCell, TextCell } from './cells'
import { ChoiceCell, DateCell } from './choices'
import { type Column, figure } from './columns'
import { FlagsCell } from './FlagsCell'
import { RecordCell } from './RecordCell'
import { ScheduleCell } from './ScheduleCell'
import type { Checked } from './useCheck'
import { WhyPrice } from './WhyPrice'
import type { Say } from './words'

type CellOf = {
  column: Column
  path: string
  label: string
  readOnly: boolean
  checked: Checked
  index: number
  language: 'zh' | 'en'
  say: Say
}

/** One cell, by the kind of its field; a figure also shows what the check of the server said of it. */
export const Cell = ({ column, path, label, readOnly: fixed, checked, index, language, say }: CellOf) => {
  const readOnly = fixed || Boolean((column.admin as { readOnly?: boolean } | undefined)?.readOnly)
  const wrong = checked.findings.find((finding) => finding.path === `lines.${index}.${column.name}`)?.message
  if (column.type === 'relationship') {
    return <RecordCell path={path} slug={String(column.relationTo)} readOnly={readOnly} placeholder={say('search')} label={label} />
  }
  if (column.name === 'schedule') return <ScheduleCell path={path} label={label} readOnly={readOnly} wrong={wrong} say={say} />
  if (column.name === 'changes') return <FlagsCell path={path} label={label} readOnly={readOnly} />
  if (column.type === 'select') return <ChoiceCell path={path} label={label} readOnly={readOnly} options={column.options} />
  if (column.type === 'checkbox') return <CheckCell path={path} label={label} readOnly={readOnly} />
  if (column.type === 'date') return <DateCell path={path} label={label} readOnly={readOnly} wrong={wrong} />
  if (column.type !== 'number') return <TextCell path={path} label={label} readOnly={readOnly} wrong={wrong} />
  const line = checked.lines[index]
  if (column.name === 'gross' && line?.gross != null) return <span className="line-grid__told">{figure(line.gross)}</span>
  if ((column.name === 'oldPrice' || column.name === 'changeRate') && line?.[column.name] != null)
    return <span className="line-grid__told">{line[column.name]?.toLocaleString('en-US', { maximumFractionDigits: 6 })}</span>
  const isPrice = column.name === 'price'
  const cell = (
    <FigureCell
      path={path}
      label={label}
      readOnly={readOnly}
      wrong={wrong}
      placeholder={isPrice && line?.price != null ? String(line.price) : undefined}
    />
  )
  if (!isPrice) return cell
  return (
    <div className="line-grid__price">
      {cell}
      <WhyPrice path={path} label={label} readOnly={readOnly} trace={line?.trace} language={language} say={say} />
    </div>
  )
}
