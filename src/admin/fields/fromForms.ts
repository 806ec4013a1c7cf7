'use client'

import type { ComponentType } from 'react'

import { later } from '../early/laterPart'

type Besides = (typeof import('./ofForms'))['besides']

/** A part that is drawn in some forms: loaded after what every form is made of, and without any of it. Named by what it is loaded with. */
export const fromForms = <Props extends object>(
  name: keyof Besides,
  load: (besides: Besides) => Promise<ComponentType<Props>>,
): ComponentType<Props> => later(name, async () => load((await import('./ofForms')).besides))
