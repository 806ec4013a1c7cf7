'use client'

import type { Looked, Said } from './sendImport'
import type { ImportWords } from './words'

/** Which sheet of a workbook is read; asked where more than one looks like the list. */
export const SheetChoice = ({
  looked,
  said,
  say,
  onChoose,
}: {
  looked: Looked
  said: Said
  say: ImportWords
  onChoose: (sheet: string) => void
}) => {
  const isAsked = looked.questions.some(({ ask }) => ask === 'sheet')
  return (
    <>
      {isAsked && <p className="import__warning">{say.whichSheet}</p>}
      <div className="report__filters">
        <label className="report__filter">
          {say.sheet}
          <select value={said.answers['sheet'] ?? (isAsked ? '' : looked.sheet)} onChange={({ target }) => onChoose(target.value)}>
            {isAsked && <option value="">{say.ask}</option>}
            {looked.sheets.map((sheet) => (
              <option key={sheet} value={sheet}>
                {sheet}
              </option>
            ))}
          </select>
        </label>
      </div>
    </>
  )
}
