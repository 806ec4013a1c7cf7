export { areas } from './areas'
export { businessDateField } from './businessDateField'
export { creditGrades, creditGroup } from './creditGroup'
export { documentHeader, recordedJson } from './documentHeader'
export { amount, count, days, percent, price, quantity, rate, signedAmount } from './figures'
export type { Label } from './label'
export { openingField } from './importedFields'
export { customerMarket } from './market'
export { featureKind, featureList } from './features'
export { onceWritten, readOnlyField, toldFigure } from './readOnlyField'
export { releaseHeader } from './releaseHeader'
export { drawings, pictures, relation, relations } from './relations'
export { documentLine, documentText, letterText, richText } from './richText'
export { rowGrid } from './rowGrid'
export { salesGridHead, salesHeader } from './salesHeader'
export { salesLineFields, takenFrom } from './salesLineFields'
export {
  choice,
  codeField,
  currencyField,
  keptAsText,
  longText,
  englishName,
  nameField,
  remark,
  shortText,
  taxModeField,
  yesNo,
} from './texts'
export type { Option } from './texts'
