import type { TextFieldServerProps } from 'payload'

import { ChoiceField } from '@/src/admin/fields/opened'
import { askableWords, openReportWords } from '@/src/questions/control/askable'

/** What a kept question is put to, as people call it; chosen once, among the reports that are open to whoever makes it. */
export const KeptReport = ({ clientField, path, req, id, readOnly, value }: TextFieldServerProps) => {
  const isNew = id === undefined && !readOnly
  const options = isNew ? openReportWords(req) : askableWords(req).filter((option) => option.value === value)
  const { name, label, required = false } = clientField
  return (
    <ChoiceField
      path={path}
      readOnly={!isNew}
      field={{ name, type: 'select', options, required: isNew && required, ...(label ? { label } : {}) }}
    />
  )
}
