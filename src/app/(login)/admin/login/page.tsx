import config from '@payload-config'
import type { Metadata } from 'next'

import { metadataOf } from '@/src/admin/login/metadataOf'
import { LoginPage } from '@/src/admin/login/LoginPage'
import { demoAccounts } from '@/src/demo/accounts'

type Args = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> => metadataOf(await config)

const Page = async ({ searchParams }: Args) => (
  <LoginPage
    config={config}
    searched={await searchParams}
    accounts={process.env['GENDAN_DEMO'] === '1' ? demoAccounts : []}
    provider={process.env['OIDC_ISSUER'] ? process.env['OIDC_NAME'] || 'SSO' : null}
  />
)

export default Page
