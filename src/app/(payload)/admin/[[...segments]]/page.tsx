import config from '@payload-config'
import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'

import { metadataOf } from '@/src/admin/login/metadataOf'
import { shownPage } from '@/src/admin/shown/shown'

import { importMap } from '../importMap.js'

type Args = { params: Promise<{ segments: string[] }>; searchParams: Promise<Record<string, string | string[]>> }

export const generateMetadata = async ({ params, searchParams }: Args): Promise<Metadata> =>
  metadataOf(await config, await generatePageMetadata({ config, params, searchParams }))

/** The parts of the address; the home page has none. */
const segmentsOf = async (params: Promise<{ segments?: string[] }>): Promise<readonly string[]> => (await params).segments ?? []

const Page = async ({ params, searchParams }: Args) =>
  shownPage(await RootPage({ config, importMap, params, searchParams }), await segmentsOf(params))

export default Page
