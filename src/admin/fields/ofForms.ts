/** What most forms are made of: one load, whatever a form shows of it first, with the looks of what is loaded out of it. */
import '@/src/admin/grid/grid.css'
import '../components/account/account.css'
import '../components/customers/followsCategory.css'
import '../views/texts/preview.css'

export { ChoiceField } from './own/ChoiceField'
export { ChoicesField } from './own/ChoicesField'
export { ChosenTitle } from '../components/customers/ChosenTitle'
export { DayField } from './own/DayField'
export { FigureField } from './own/FigureField'
export { FileDrop } from './FileDrop/FileDrop'
export { HeadSections } from './HeadSections/HeadSections'
export { Instant } from '../components/Instant'
export { LookupField } from './LookupField/LookupField'
export { ProposeButton } from '../components/propose/ProposeButton'
export { Recorded } from '../components/Recorded'
export { RecordsField } from './own/RecordsField'
export { RichTextLoaded } from './RichText/RichTextLoaded'
export { SaveButton } from '../components/save/SaveButton'
export { Verbs } from '../components/verbs/Verbs'
export { platform } from './platform'

/** What some forms have besides: loaded out of this load, they bring nothing a second time that came with it (`fromForms`). */
export const besides = {
  account: () => import('../components/account/ofAccounts'),
  customers: () => import('../components/customers/ofCustomers'),
  documents: () => import('./own/DocumentField'),
  grids: () => import('./ofGrids'),
  lines: async () => (await import('./ofGrids')).lines(),
  prices: () => import('../components/prices/PriceFiles'),
  templates: () => import('../components/templates/MakeFromTemplate'),
  preview: () => import('../views/texts/SheetPreview'),
}
