import type { ReactNode } from 'react'

import { inLanguages } from '@/src/domain/words/words'
import { Heads } from '../../components/Heads'
import type { Chosen } from './useRevisions'

const words = inLanguages({
  compare: { zh: '比较', en: 'Compare' },
  with: { zh: '与', en: 'with' },
  from: { zh: '比较的版次', en: 'Revision compared' },
  to: { zh: '对照的版次', en: 'Compared with' },
})

/** Which two revisions stand side by side. */
export const RevisionChoice = ({
  revisions,
  chosen,
  language,
  choose,
}: {
  revisions: ReadonlyArray<{ key: number; name: string }>
  chosen: Chosen
  language: 'zh' | 'en'
  choose: (chosen: Chosen) => void
}) => {
  const say = words[language]
  const pick = (end: keyof Chosen): ReactNode => (
    <select value={chosen[end]} aria-label={say[end]} onChange={(event) => choose({ ...chosen, [end]: Number(event.target.value) })}>
      {revisions.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  )
  return (
    <p className="revisions__choice">
      {say.compare} {pick('from')} {say.with} {pick('to')}
    </p>
  )
}

export type Difference = { key: string; where: string; what: string; before: string; after: string }

/** What two revisions say differently, old beside new. */
export const Differences = ({ heads, rows }: { heads: readonly string[]; rows: readonly Difference[] }) => (
  <table>
    <Heads titles={heads} />
    <tbody>
      {rows.map(({ key, where, what, before, after }) => (
        <tr key={key}>
          <td>{where}</td>
          <td>{what}</td>
          <td className="revisions__before">{before}</td>
          <td className="revisions__after">{after}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
