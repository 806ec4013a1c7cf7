'use client'

import dynamic from 'next/dynamic'

/** The editor of texts weighs as much as the rest of a page: it is loaded where a text is edited. */
export const RichTextLoaded = dynamic(async () => (await import('./RichTextEditor')).RichTextEditor)
