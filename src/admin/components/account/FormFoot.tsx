import type { ReactNode } from 'react'

/** The foot of a small form: why it was refused, the button that sends it, and what else may be done instead. */
export const FormFoot = ({
  told,
  send,
  isBusy = false,
  cancel,
  children,
}: {
  told: string
  send: string
  isBusy?: boolean
  cancel?: { word: string; press: () => void }
  children?: ReactNode
}) => (
  <>
    {told && <p role="alert">{told}</p>}
    <div className="account-form__buttons">
      <button type="submit" className="main-button" disabled={isBusy}>
        {send}
      </button>
      {cancel && (
        <button type="button" className="plain-button" onClick={cancel.press}>
          {cancel.word}
        </button>
      )}
      {children}
    </div>
  </>
)
