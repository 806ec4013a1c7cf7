import { Link } from '@payloadcms/ui'

import type { CustomerOverview } from '@/src/questions/customers/overview'

import type { Say } from './words'

/** Whom one talks to: a number to dial and an address to write to. */
export const Contacts = ({ contacts, say }: { contacts: CustomerOverview['contacts']; say: Say }) =>
  contacts.length === 0 ? (
    <p>{say('noContacts')}</p>
  ) : (
    <ul className="customer-card__rows">
      {contacts.map(({ name, position, phone, email, isMain }, index) => (
        <li key={index}>
          <strong>{name}</strong>
          {position && <span>{position}</span>}
          {isMain && contacts.length > 1 && <small>{say('main')}</small>}
          {phone && <a href={`tel:${phone}`}>{phone}</a>}
          {email && <a href={`mailto:${email}`}>{email}</a>}
        </li>
      ))}
    </ul>
  )

/** What is to be done next, where it was noted. */
export const Steps = ({ steps, say }: { steps: CustomerOverview['steps']; say: Say }) =>
  steps.length === 0 ? (
    <p>{say('noStep')}</p>
  ) : (
    <ul className="customer-card__rows">
      {steps.map(({ slug, id, no, due, late, who, text }, index) => (
        <li key={index}>
          <span className={late ? 'is-late' : undefined}>
            {due}
            {late && ` ${say('dayLate')}`}
          </span>
          <Link href={`/admin/collections/${slug}/${String(id)}/notes`} prefetch={false}>
            {slug === 'customers' ? say('notes') : no}
          </Link>
          <span className="customer-card__said">{text}</span>
          <small>{who}</small>
        </li>
      ))}
    </ul>
  )
