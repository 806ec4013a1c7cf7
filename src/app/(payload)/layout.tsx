import { getPayload, type ServerFunctionClient } from 'payload'

import '@payloadcms/next/css'
import config from '@payload-config'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import { type ReactNode, Suspense } from 'react'

import { CompanyColour } from '@/src/admin/components/CompanyColour'
import { EarlyDone } from '@/src/admin/early/EarlyDone'
import { EarlyNoted } from '@/src/admin/early/EarlyNoted'
import { PartsThere } from '@/src/admin/early/PartsThere'
import { Skeleton } from '@/src/admin/components/Skeleton'

import { shownFrame } from '@/src/admin/shown/shown'
import { ownConflicts } from '@/src/admin/ownConflicts'

import { importMap } from './admin/importMap.js'
import './gendan.css'
import '@/src/admin/phone.css'
// what several parts wear is not left to any of them: each is loaded by itself (tests/quality/styles.spec)
import '@/src/admin/components/buttons.css'
import '@/src/admin/components/frame/frame.css'

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  return handleServerFunctions({ ...ownConflicts(args), config, importMap })
}

const Layout = async ({ children }: { children: ReactNode }) => {
  const payload = await getPayload({ config })
  return shownFrame(
    RootLayout({
      config,
      importMap,
      serverFunction,
      // only the first page of a visit waits here: later ones replace what is shown when they are ready
      children: (
        <>
          <EarlyNoted />
          <PartsThere />
          <CompanyColour payload={payload} />
          <Suspense fallback={<Skeleton />}>
            {children}
            <EarlyDone />
          </Suspense>
        </>
      ),
    }),
  )
}

export default Layout
