/** What only the form of a person and one's own account have: one load. */
export { AccountPanel } from './AccountPanel'
export { LanguageChoice } from './LanguageChoice'
export { NoticesField } from './NoticesField'
