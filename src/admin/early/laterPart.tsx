'use client'

import type { DynamicOptions } from 'next/dist/shared/lib/app-dynamic'
import ofNext from 'next/dist/shared/lib/lazy-dynamic/loadable'
import { type ComponentType, type ReactNode, Suspense, use, useState } from 'react'

import { awaited, isServer } from './partsOfPage'

type Loader<Props> = () => Promise<ComponentType<Props>>
type Named = { loadableGenerated?: { modules?: string[] } }

/** As Next draws it, one place further on in its parent: what asks for a name of its own (`useId`) is given the same one here and there. */
const Second = ({ children }: { children: ReactNode }) => (
  <>
    {null}
    {children}
  </>
)

const notLoaded = { zh: '这一部分没有加载成功，请再试一次。', en: 'This part could not be loaded. Try once more.' } as const

const NotLoaded = () => <p role="alert">{notLoaded[document.documentElement.lang.startsWith('en') ? 'en' : 'zh']}</p>

/**
 * What stands for `next/dynamic` in everything that is built (`next.config.mjs`): a part whose scripts are loaded when it is drawn. The page says
 * which parts it was drawn with, and comes alive when all of them are there (`PartsThere`): none is waited for while another is alive already,
 * and React has nothing to draw anew. `loading` stands in the place of a part that comes into a page that is alive; without it the page stays
 * as it is until the part has come.
 */
export default function dynamic<Props extends object>(
  loader: Loader<Props>,
  { loading, loadableGenerated }: DynamicOptions<Props> & Named = {},
): ComponentType<Props> {
  const modules = loadableGenerated?.modules ?? []
  const name = String(modules[0])
  if (isServer) {
    const Later = ofNext({ loader, modules }) as ComponentType<Props>
    return (props) => (
      <>
        <meta name="part" content={name} />
        <Later {...props} />
      </>
    )
  }
  const part = awaited(name, loader)
  let asked: Promise<ComponentType<Props>> | null = null // one attempt: what fails is told, not tried without end
  const Whole = (props: Props) => {
    const Part = part.there ?? use((asked ??= part.load()))
    return <Part {...props} />
  }
  const AtOnce = (props: Props) => (
    <Second>
      <Second>
        <Whole {...props} />
      </Second>
    </Second>
  )
  if (!loading) return AtOnce
  /** What cannot be loaded now (another version has been installed since, the net is gone) takes nothing else with it. */
  const InPlace = ({ coming, props }: { coming: Promise<ComponentType<Props> | null>; props: Props }) => {
    const Part = use(coming)
    return Part ? <Part {...props} /> : <NotLoaded />
  }
  return (props) => {
    // one attempt for each time it is opened; what has been drawn stays what it is
    const [coming] = useState(() => (part.there ? null : part.tried()))
    return coming ? (
      <Suspense fallback={loading()}>
        <InPlace coming={coming} props={props} />
      </Suspense>
    ) : (
      <AtOnce {...props} />
    )
  }
}

/** The same for a part the builder has no name for. */
export const later = <Props extends object>(name: string, loader: Loader<Props>): ComponentType<Props> =>
  dynamic(loader, { loadableGenerated: { modules: [name] } })
