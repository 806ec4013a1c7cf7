'use client'

import { ConfigProvider, useConfig } from '@payloadcms/ui'
import type { ClientCollectionConfig, ClientGlobalConfig } from 'payload'
import { type ReactNode, useEffect, useMemo } from 'react'

/** The configuration beneath a page: that of the frame, with the fields of what this page shows. */
export const ShownConfig = ({
  collections,
  globals,
  children,
}: {
  collections: readonly ClientCollectionConfig[]
  globals: readonly ClientGlobalConfig[]
  children: ReactNode
}) => {
  const { config } = useConfig()
  // a frame that was made before somebody logged in knows nothing; it is made anew
  const isForNobody = 'unauthenticated' in config && config.unauthenticated === true
  useEffect(() => {
    if (isForNobody) window.location.reload()
  }, [isForNobody])
  const shown = useMemo(() => {
    if (isForNobody) return config
    const own = new Map<string, ClientCollectionConfig>(collections.map((each) => [each.slug, each]))
    const ownGlobals = new Map<string, ClientGlobalConfig>(globals.map((each) => [each.slug, each]))
    return {
      ...config,
      collections: config.collections.map((each) => own.get(each.slug) ?? each),
      globals: config.globals.map((each) => ownGlobals.get(each.slug) ?? each),
    }
  }, [collections, config, globals, isForNobody])
  return isForNobody ? null : <ConfigProvider config={shown}>{children}</ConfigProvider>
}
