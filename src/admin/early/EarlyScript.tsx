'use client'

/**
 * Small enough to stand in the page, and the first that runs on it: what is pressed, typed and chosen before the page is alive is noted.
 * Once React listens, it makes a part alive that is pressed and hands the press on itself; only what is shut until then gets none. A browser is not
 * given it a second time, as a part of this page.
 */
const note =
  typeof window === 'undefined'
    ? `(function () {
  var early = (window.gendanEarly = { link: null, presses: [], typed: new Map(), keys: [], isHeard: false, isAlive: false })
  var down = null
  var shut = 'button:disabled, input:disabled, textarea:disabled'
  var near = function (e, what) { return e.target && e.target.closest ? e.target.closest(what) : null }
  var isPlain = function (e) { return !e.button && !e.ctrlKey && !e.metaKey && !e.shiftKey && !e.altKey }
  var press = function (button) { if (button && early.presses.indexOf(button) < 0) early.presses.push(button) }
  addEventListener('click', function (e) {
    if (early.isHeard || !e.isTrusted || !isPlain(e)) return
    var link = near(e, 'a[href]')
    early.link = link && !link.target && !link.hasAttribute('download') ? link.href : null
    if (!link && !near(e, 'input, textarea, select, label, summary')) press(near(e, 'button, [role=button], [role=tab], [role=option], tr, li'))
  }, true)
  addEventListener('click', function () { if (early.isHeard && !early.isAlive) { early.link = null; early.presses = [] } })
  addEventListener('pointerdown', function (e) { down = near(e, shut) }, true)
  addEventListener('pointerup', function (e) { if (!early.isAlive && down && near(e, shut) === down) press(down); down = null }, true)
  addEventListener('input', function (e) {
    if (!early.isAlive && e.isTrusted) early.typed.set(e.target, e.target.type === 'checkbox' || e.target.type === 'radio' ? e.target.checked : e.target.value)
  }, true)
  addEventListener('keydown', function (e) {
    if (early.isAlive || !e.isTrusted || e.isComposing || e.altKey) return
    var calls = (e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'k'
    var field = near(e, 'input, textarea, select, [contenteditable=true]')
    if (e.key === 'Enter' && field && field.form) press(field.form.querySelector('button[type=submit]:disabled'))
    if (!calls && (e.ctrlKey || e.metaKey || (field && !field.readOnly) || (!field && e.target !== document.body))) return
    if (!calls && e.key.length > 1 && ['Enter', 'Escape', 'Backspace', 'ArrowDown', 'ArrowUp'].indexOf(e.key) < 0) return
    if (calls || e.key === '/') e.preventDefault()
    early.keys.push({ key: e.key, ctrlKey: e.ctrlKey, metaKey: e.metaKey, shiftKey: e.shiftKey })
  }, true)
})()`
    : ''

export const EarlyScript = ({ nonce }: { nonce: string | undefined }) => (
  <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: note }} />
)
