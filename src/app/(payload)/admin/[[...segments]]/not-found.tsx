import config from '@payload-config'
import { NotFoundPage } from '@payloadcms/next/views'

import { NotHere } from '@/src/admin/views/NotHere'

import { importMap } from '../importMap.js'

/** The page that says so, with the frame around it, for whoever came to an address that leads nowhere. */
const notHere = async () => {
  'use server'
  return NotFoundPage({ config, importMap, params: Promise.resolve({ segments: [] }), searchParams: Promise.resolve({}) })
}

/** Next makes this with every page, in case it were not to be found: all it makes is the place, and the page is asked for when it is shown. */
const NotFound = () => <NotHere page={notHere} />

export default NotFound
