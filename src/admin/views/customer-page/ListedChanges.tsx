import type { WishedChange } from '@/src/domain/quotes/listedDifferences'

import type { Say } from './words'

const shown = (value: number | string | null): string =>
  typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: 6 }) : (value ?? '–')

/** What a customer wants otherwise than it was quoted, line by line, old beside new. */
export const ListedChanges = ({ changes, say }: { changes: readonly WishedChange[]; say: Say }) =>
  changes.length === 0 ? (
    <p>{say.same}</p>
  ) : (
    <table>
      <thead>
        <tr>
          <th>{say.line}</th>
          <th>{say.what}</th>
          <th>{say.quoted}</th>
          <th>{say.wished}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ line, code, name, kind, before, after }) => (
          <tr key={`${line} ${kind}`}>
            <td>
              {line} {code} {name}
            </td>
            <td>{kind === 'left' ? say.qty : say[kind]}</td>
            <td className="revisions__before">{shown(before)}</td>
            <td className="revisions__after">{kind === 'left' ? say.left : shown(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
