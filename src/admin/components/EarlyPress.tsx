import { headers } from 'next/headers'

/** Small enough to stand in the page: it notes the link that was pressed before anything of the page was alive. */
const note = `addEventListener('click',function(e){var a=e.target.closest&&e.target.closest('a[href]');if(a&&!window.gendanIsAlive&&!e.button&&!e.ctrlKey&&!e.metaKey&&!e.shiftKey&&!a.target&&!a.hasAttribute('download'))window.gendanPressed=a.href},true)`

/**
 * A link pressed while a page becomes alive leads the browser away, and then the router writes the address anew and keeps it here: on a slow
 * phone the tap was lost. It is noted from the first moment, and followed once the page is alive (`Workbench`).
 */
export const EarlyPress = async () => {
  const nonce = /'nonce-([^']+)'/.exec((await headers()).get('content-security-policy') ?? '')?.[1]
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: note }} />
}
