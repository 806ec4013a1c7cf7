import { Link, NavGroup } from '@payloadcms/ui'
import type { ServerProps } from 'payload'

import { reports } from '@/reports'
import { mayOpen } from '@/reports/kit/defineReport'

/** The menu group of reports: those the person may open. */
export function ReportLinks({ i18n, payload, user }: ServerProps) {
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const roles = (user as { roles?: string[] } | undefined)?.roles ?? []
  const open = reports.filter((report) => mayOpen(report, roles))
  if (open.length === 0) return null
  return (
    <NavGroup label={{ zh: '报表', en: 'Reports' }[language]}>
      {open.map(({ name, title }) => (
        <Link key={name} className="nav__link" href={`${payload.config.routes.admin}/reports/${name}`} id={`nav-report-${name}`}>
          <span className="nav__link-label">{title[language]}</span>
        </Link>
      ))}
    </NavGroup>
  )
}
