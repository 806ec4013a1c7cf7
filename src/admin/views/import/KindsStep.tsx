import type { ImportWords } from './words'

/** `joins`: documents and their lines may stand in two files. */
export type Kind = { kind: string; title: string; note: string; there: number; joins: boolean }

/** 资料: what may be imported, in the order a company needs it, with how much of it is there and the template. */
export const KindsStep = ({
  kinds,
  say,
  templates,
  language,
  onChoose,
}: {
  kinds: readonly Kind[]
  say: ImportWords
  templates: string
  language: 'zh' | 'en'
  onChoose: (kind: Kind) => void
}) => (
  <>
    <p className="report__note">{say.start}</p>
    <ul className="import__kinds">
      {kinds.map((entry) => (
        <li key={entry.kind}>
          <button type="button" onClick={() => onChoose(entry)}>
            {entry.title}
          </button>
          <span className={entry.there === 0 ? 'import__lacking' : 'import__there'}>
            {entry.there === 0 ? say.lacking : `${entry.there.toLocaleString('en-US')} ${say.there}`}
          </span>
          <p>{entry.note}</p>
          <a href={`${templates}/${entry.kind}/template?language=${language}`}>{say.template}</a>
        </li>
      ))}
    </ul>
  </>
)
