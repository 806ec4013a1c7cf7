'use client'

import type { AsideKind, Asides } from './sendImport'
import type { ImportWords } from './words'

const kinds: readonly AsideKind[] = ['total', 'heading', 'note']
const shown = 6

const figure = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 6 })

/** What stands among the rows and is left out, told as what it is, and whether the totals are those of the rows. */
export const AsidesNote = ({ asides, say }: { asides: Asides | undefined; say: ImportWords }) => {
  const found = kinds.filter((kind) => (asides?.counts[kind] ?? 0) > 0)
  if (!asides || found.length === 0) return null
  const counts = found.map((kind) => `${say[kind]} ${asides.counts[kind].toLocaleString('en-US')}`).join(say.between)
  const all = kinds.reduce((sum, kind) => sum + asides.counts[kind], 0)
  return (
    <>
      <p className="report__note">
        {say.leftOut}
        {say.colon}
        {counts}
        <br />
        {asides.first
          .slice(0, shown)
          .map(({ row, text }) => `${say.inRow.replace('#', String(row))} “${text}”`)
          .join(say.between)}
        {all > shown ? ' …' : ''}
      </p>
      {asides.agree > 0 && asides.differs.length === 0 && <p className="report__note">{say.agrees}</p>}
      {asides.differs.slice(0, shown).map(({ row, heading, says, comes }) => (
        <p key={`${String(row)} ${heading}`} className="import__warning">
          {say.differs.replace('#', String(row))}
          {say.colon}
          {heading} · {say.says} {figure(says)} · {say.comes} {figure(comes)}
        </p>
      ))}
    </>
  )
}
