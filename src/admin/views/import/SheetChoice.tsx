'use client'

import type { Looked, Said } from './sendImport'
import type { ImportWords } from './words'

/** Which sheet of a workbook is read; asked where more than one looks like the list. */
export const SheetChoice = ({
  looked,
  said,
  say,
  of,
  onChoose,
}: {
  looked: Looked
  /** of which file: the first, or the second with the heads of the documents */
  of: 'sheet' | 'headsSheet'
  said: Said
  say: ImportWords
  onChoose: (sheet: string) => void
}) => {
  const isAsked = looked.questions.some(({ ask }) => ask === of)
  const [read, all] = of === 'sheet' ? [looked.sheet, looked.sheets] : [looked.headsSheet, looked.headsSheets]
  return (
    <>
      {isAsked && <p className="import__warning">{say[of === 'sheet' ? 'whichSheet' : 'whichHeadsSheet']}</p>}
      <div className="report__filters">
        <label className="report__filter">
          {say[of]}
          <select value={said.answers[of] ?? (isAsked ? '' : read)} onChange={({ target }) => onChoose(target.value)}>
            {isAsked && <option value="">{say.ask}</option>}
            {all.map((sheet) => (
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
