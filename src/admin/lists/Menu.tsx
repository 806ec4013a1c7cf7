import { type ReactNode, useEffect, useRef } from 'react'

import './menu.css'

/** A button with something below it; it closes when one looks elsewhere. */
export const Menu = ({ label, name, isOn = false, children }: { label: ReactNode; name?: string; isOn?: boolean; children: ReactNode }) => {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = ({ target }: Event): void => {
      if (details.current?.open && target instanceof Node && !details.current.contains(target)) details.current.open = false
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !details.current?.open) return
      event.preventDefault()
      details.current.open = false
      details.current.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('keydown', onKey, true)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('keydown', onKey, true)
    }
  }, [])
  return (
    <details ref={details} className={isOn ? 'list__menu is-on' : 'list__menu'}>
      <summary className="list__button" aria-label={name}>
        {label} ▾
      </summary>
      <div className="list__panel">{children}</div>
    </details>
  )
}
