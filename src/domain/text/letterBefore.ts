/** A mail before it is written: what it is where nothing is typed, and whom it may go to. */
export type LetterBefore = {
  /** whom it goes to where nobody is named */
  to: string[]
  /** whom one may name without being asked again */
  contacts: Array<{ name: string; email: string }>
  language: 'zh' | 'en'
  subject: string
  text: string
}
