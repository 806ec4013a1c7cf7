'use client'

import { useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'

const named = [
  { of: '.popup-button:not([aria-label])', name: { zh: '更多', en: 'More' } },
  { of: '.collapsible__drag:not([aria-label])', name: { zh: '拖动排序', en: 'Drag to move' } },
  { of: '.copy-to-clipboard:not([aria-label])', name: { zh: '复制', en: 'Copy' } },
  { of: '.file-details__remove:not([aria-label])', name: { zh: '移除文件', en: 'Remove the file' } },
  { of: '.date-time-picker__clear-button:not([aria-label])', name: { zh: '清除', en: 'Clear' } },
] as const

const choose = { zh: '选择', en: 'Choose' } as const

/** Buttons of the editor of texts, by what they do. */
const tools: Readonly<Record<string, { zh: string; en: string }>> = {
  bold: { zh: '加粗', en: 'Bold' },
  italic: { zh: '斜体', en: 'Italic' },
  underline: { zh: '下划线', en: 'Underline' },
  link: { zh: '链接', en: 'Link' },
}

/** Inputs of the platform that stand under their label without being tied to it. */
const labelled =
  '.react-select input:not([aria-label]), .ContentEditable__root:not([aria-label]), .react-datepicker-wrapper input:not([aria-label])'

function nameAll(language: 'zh' | 'en'): void {
  for (const { of, name } of named)
    for (const each of document.querySelectorAll<HTMLElement>(of))
      each.setAttribute('aria-label', [each.innerText.trim(), name[language]].filter(Boolean).join(' '))
  // what can be read on it is its name
  for (const each of document.querySelectorAll('.list-create-new-doc__create-new-button[aria-label]')) each.removeAttribute('aria-label')
  // boxes of a list, by the row they stand in; the platform names them by nothing
  for (const each of document.querySelectorAll('.collection-list input[type="checkbox"], .table input[type="checkbox"]'))
    if (!each.getAttribute('aria-label'))
      each.setAttribute(
        'aria-label',
        [choose[language], each.closest('tbody tr')?.querySelector('a')?.textContent].filter(Boolean).join(' '),
      )
  for (const each of document.querySelectorAll<HTMLElement>('.toolbar-popup__button:not([aria-label])')) {
    const does = each.dataset['buttonKey'] ?? each.dataset['itemKey'] ?? ''
    each.setAttribute('aria-label', each.textContent || tools[does]?.[language] || does)
  }
  for (const each of document.querySelectorAll(labelled)) {
    const label = each.closest('.field-type, .rich-text-lexical')?.querySelector('.field-label, label, h3')?.textContent
    each.setAttribute('aria-label', label || choose[language])
  }
  // links, but as a list of things that are no entries
  for (const each of document.querySelectorAll('.doc-tabs__tabs:not([role])')) each.setAttribute('role', 'presentation')
  for (const each of document.querySelectorAll<HTMLElement>(
    '.react-select [aria-hidden="true"][tabindex="0"], .react-select button[aria-hidden="true"]',
  ))
    each.tabIndex = -1
}

/** Gives names to what the platform draws without one, wherever it appears: whoever has the page read to him hears what a button does. */
export const PlatformNames = () => {
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  useEffect(() => {
    let asked = 0
    const ask = (): void => {
      asked ||= requestAnimationFrame(() => {
        asked = 0
        // what React has not taken over yet is as the server drew it
        if (globalThis.gendanEarly?.isAlive === false) ask()
        else nameAll(language)
      })
    }
    ask()
    const observer = new MutationObserver((changes) => changes.some(({ addedNodes }) => addedNodes.length > 0) && ask())
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      cancelAnimationFrame(asked)
    }
  }, [language])
  return null
}
