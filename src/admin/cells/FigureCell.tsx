'use client'

import type { DefaultCellComponentProps } from 'payload'

import { spokenFigure } from '@/src/domain/grid/readCell'

/** A figure in a list: aligned, with separators, amounts with two decimals. */
export const FigureCell = ({ cellData, field }: DefaultCellComponentProps) => {
  if (typeof cellData !== 'number') return <span className="cell-none">—</span>
  const isAmount = (field.admin?.custom as { amount?: boolean } | undefined)?.amount === true
  return <span className="cell-figure">{spokenFigure(cellData, isAmount ? 'amount' : 'figure')}</span>
}
