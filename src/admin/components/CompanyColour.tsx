import type { Payload } from 'payload'

import { companyLook } from '@/src/questions/control/companyLook'

/** The colour of the company on what is pressed first and on the place one is at; without one, those of the house stay. */
export const CompanyColour = async ({ payload }: { payload: Payload }) => {
  const { colour } = await companyLook(payload)
  if (!colour) return null
  return (
    <style>{`
:root { --company: ${colour}; --login-accent: ${colour}; }
:root .btn--style-primary:not(.btn--disabled) { --bg-color: var(--company); --color: #fff; --hover-bg: var(--company); }
:root .main-button:not(:disabled) { border-color: var(--company); background: var(--company); color: #fff; }
:root .menu__entry.is-here { box-shadow: inset 3px 0 var(--company); }
`}</style>
  )
}
