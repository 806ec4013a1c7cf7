import type { ServerFunctionClient } from 'payload'

import '@payloadcms/next/css'
import config from '@payload-config'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import { type ReactNode, Suspense } from 'react'

import { EarlyPress } from '@/src/admin/components/EarlyPress'
import { Skeleton } from '@/src/admin/components/Skeleton'

import { shownFrame } from '@/src/admin/shown/shown'
import { ownConflicts } from '@/src/admin/ownConflicts'

import { importMap } from './admin/importMap.js'
import './gendan.css'
import '@/src/admin/phone.css'

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  return handleServerFunctions({ ...ownConflicts(args), config, importMap })
}

const Layout = ({ children }: { children: ReactNode }) =>
  shownFrame(
    RootLayout({
      config,
      importMap,
      serverFunction,
      // only the first page of a visit waits here: later ones replace what is shown when they are ready
      children: (
        <>
          <EarlyPress />
          <Suspense fallback={<Skeleton />}>{children}</Suspense>
        </>
      ),
    }),
  )

export default Layout
