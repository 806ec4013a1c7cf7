'use client'

import { AsidesNote } from './AsidesNote'
import { type Asked, askedOnce, isOfText, questions, sheets, texts } from './asked'
import type { Looked, Said } from './sendImport'
import { SheetChoice } from './SheetChoice'
import type { ImportWords } from './words'

/** What may be allowed or said of a file: values, and the words for them. */
const allowed = {
  removeLines: { yes: 'mayRemove' },
  firstRow: { yes: 'firstCounts' },
  round: { yes: 'mayRound' },
  numbers: { customerDay: 'byCustomerDay', split: 'mayShare' },
  taxMode: { inclusive: 'withTax', exclusive: 'withoutTax' },
} as const

/** What is done where nothing is said. */
const otherwise = {
  removeLines: 'keepLines',
  firstRow: 'keepLines',
  round: 'keepLines',
  numbers: 'byNumber',
  taxMode: 'asTheCustomer',
} as const

/** 对应列: their columns left with what stands in them, ours right; what the file leaves open is asked below, once. */
export const ColumnsStep = ({
  looked,
  said,
  say,
  onChange,
}: {
  looked: Looked
  said: Said
  say: ImportWords
  onChange: (said: Said) => void
}) => {
  const mapping = { ...looked.mapping, ...said.mapping }
  const taken = new Set(Object.values(mapping).filter(Boolean))
  const isAnswered = (name: string): boolean =>
    Boolean(said.answers[`empty.${name}`]) || (name === 'no' && said.answers['numbers'] === 'customerDay')
  const missing = looked.columns.filter(({ name, required }) => required && !taken.has(name) && !isAnswered(name))
  const filled = looked.columns.filter(({ fills }) => fills)
  const choose = (heading: string, column: string): void => onChange({ ...said, mapping: { ...said.mapping, [heading]: column || null } })
  const open = looked.questions.flatMap(askedOnce)
  const hasAsides = looked.asides.first.length > 0 || said.answers['asides'] !== undefined
  const answer = (name: string, value: string): void => onChange({ ...said, answers: { ...said.answers, [name]: value } })
  // answered, it is read that way and asked no more; who chose wrongly chooses again
  const written = texts.filter((ask) => said.answers[ask]).map((ask): Asked => ({ ask, name: ask, of: '' }))
  const asked = [...new Map([...written, ...open].map((question) => [question.name, question])).values()]
  return (
    <>
      {missing.length > 0 && (
        <p className="import__warning" role="alert">
          {say.missing}
          {say.colon}
          {missing.map(({ label }) => label).join(say.between)}
        </p>
      )}
      {sheets
        .filter((of) => (of === 'sheet' ? looked.sheets : looked.headsSheets).length > 1)
        .map((of) => (
          <SheetChoice key={of} {...{ looked, said, say, of }} onChoose={(sheet) => answer(of, sheet)} />
        ))}
      {looked.headRow > 1 && <p className="report__note">{say.headRow.replace('#', String(looked.headRow))}</p>}
      <AsidesNote asides={looked.asides} say={say} />
      {looked.alone.count > 0 && (
        <p className="report__note">
          {say.alone}
          {say.colon}
          {looked.alone.count.toLocaleString('en-US')} ({looked.alone.first.join(say.between)}
          {looked.alone.count > looked.alone.first.length ? ' …' : ''})
        </p>
      )}
      <div className="import__scroll">
        <table className="import__table">
          <thead>
            <tr>
              <th>{say.theirs}</th>
              <th>{say.ours}</th>
              <th>{say.samples}</th>
            </tr>
          </thead>
          <tbody>
            {looked.headings
              .filter((heading) => heading !== '')
              .map((heading) => (
                <tr key={heading} className={mapping[heading] ? undefined : 'import__idle'}>
                  <th scope="row">{heading}</th>
                  <td>
                    <select
                      aria-label={`${say.ours} ${heading}`}
                      value={mapping[heading] ?? ''}
                      onChange={({ target }) => choose(heading, target.value)}
                    >
                      <option value="">{say.none}</option>
                      {looked.columns.map(({ name, label, required }) => (
                        <option key={name} value={name} disabled={taken.has(name) && mapping[heading] !== name}>
                          {label}
                          {required ? ` *` : ''}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td className="import__samples">
                    {looked.samples
                      .slice(0, 3)
                      .map((sample) => sample[heading] ?? '')
                      .filter(Boolean)
                      .join(' · ')}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      {open.length > 0 && <p className="import__warning">{say.twoWays}</p>}
      <div className="report__filters">
        {asked.map(({ ask, name, of }) => (
          <label key={name} className="report__filter">
            {say[ask]}
            {of}
            <select value={said.answers[name] ?? ''} onChange={({ target }) => answer(name, target.value)}>
              <option value="">{say.ask}</option>
              {questions[ask].map((choice) => (
                <option key={choice} value={choice}>
                  {say[choice]}
                  {isOfText(ask) ? ` · ${choice}` : ''}
                </option>
              ))}
            </select>
          </label>
        ))}
        <label className="report__filter">
          {say.hidden}
          <select value={said.answers['hidden'] ?? ''} onChange={({ target }) => answer('hidden', target.value)}>
            <option value="">{say.keepLines}</option>
            <option value="skip">{say.skip}</option>
            <option value="take">{say.takeHidden}</option>
          </select>
        </label>
        {hasAsides && (
          <label className="report__filter">
            {say.asides}
            <select value={said.answers['asides'] ?? ''} onChange={({ target }) => answer('asides', target.value)}>
              <option value="">{say.leaveOut}</option>
              <option value="take">{say.takeAsRows}</option>
            </select>
          </label>
        )}
        {filled.map(({ name, label }) => (
          <label key={name} className="report__filter">
            {say.emptyCells} · {label}
            <input
              type="text"
              value={said.answers[`empty.${name}`] ?? ''}
              onChange={({ target }) => answer(`empty.${name}`, target.value)}
            />
          </label>
        ))}
        {looked.allows.map((name) => (
          <label key={name} className="report__filter">
            {say[name]}
            <select value={said.answers[name] ?? ''} onChange={({ target }) => answer(name, target.value)}>
              <option value="">{say[otherwise[name]]}</option>
              {Object.entries(allowed[name]).map(([value, word]) => (
                <option key={value} value={value}>
                  {say[word]}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </>
  )
}
