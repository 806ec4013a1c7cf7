'use client'

export { ArrayField as LineGrid } from '@payloadcms/ui'
