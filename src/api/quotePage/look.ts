import { createHash } from 'node:crypto'

import { Html } from './html'

/** How the customer's page looks: one small sheet in the page itself, made for a phone, wider where there is room. Light and dark. */
const style = `
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#59636e;--line:#d8dee4;--back:#fff;--card:#f6f8fa;--key:#0b57d0;--bad:#b3261e}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9aa4af;--line:#333b45;--back:#0d1117;--card:#161b22;--key:#8ab4f8;--bad:#f2b8b5}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif}
main,header,footer{max-width:46rem;margin:0 auto;padding:0 1rem}
header{display:flex;justify-content:space-between;align-items:center;gap:1rem;padding-top:.75rem;padding-bottom:.75rem;border-bottom:1px solid var(--line)}
header strong{overflow-wrap:anywhere}
a{color:var(--key)}header a{flex:none;white-space:nowrap;min-height:44px;display:inline-flex;align-items:center;padding:0 .5rem}
h1{font-size:1.4rem;line-height:1.3;margin:1rem 0 .25rem}h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
.facts{display:flex;flex-wrap:wrap;gap:.1rem 1.25rem;margin:0 0 1rem;color:var(--soft)}.facts div{display:flex;gap:.4rem}.facts dt::after{content:":"}.facts dd{margin:0;color:var(--ink)}
.line{border:1px solid var(--line);border-radius:10px;padding:.75rem;margin:0 0 .75rem;background:var(--card)}
.line legend{float:left;width:100%;padding:0;font-weight:600;overflow-wrap:anywhere}.line legend small{display:block;font-weight:400;color:var(--soft)}
.line p{margin:.25rem 0 0}
.what{display:flex;gap:.75rem;clear:both}.what img{width:96px;height:96px;object-fit:contain;background:#fff;border-radius:8px;flex:none}
.what p{margin:0 0 .15rem}.sum{font-variant-numeric:tabular-nums}
label{display:block;margin:.6rem 0 .2rem}label.pick{display:flex;align-items:center;gap:.6rem;min-height:44px;margin:.2rem 0}
input,textarea,button{font:inherit;color:inherit}
input[type=text],input[type=email],input[type=number],input[type=date],textarea{width:100%;min-height:44px;padding:.5rem .6rem;border:1px solid var(--line);border-radius:8px;background:var(--back)}
input[type=checkbox],input[type=radio]{width:22px;height:22px;flex:none;accent-color:var(--key)}
.two{display:grid;grid-template-columns:1fr 1fr;gap:0 .75rem}
button,.button{display:inline-flex;justify-content:center;align-items:center;min-height:48px;padding:0 1.1rem;border-radius:10px;border:1px solid var(--line);background:var(--back);text-decoration:none;cursor:pointer}
button.main,.button.main{background:var(--key);border-color:var(--key);color:var(--back);font-weight:600}
.acts{display:flex;flex-wrap:wrap;gap:.75rem;margin:1rem 0}.acts>*{flex:1 1 10rem}
.wrong{border:2px solid var(--bad);border-radius:10px;padding:.5rem 1rem;margin:1rem 0}.wrong ul{margin:.25rem 0;padding-left:1.2rem}.fault{color:var(--bad);margin:.2rem 0 0}[aria-invalid=true]{border-color:var(--bad)!important}
.totals{margin:1rem 0;border-top:1px solid var(--line)}.totals div{display:flex;justify-content:space-between;gap:1rem;padding:.35rem 0}.totals dd{margin:0;font-variant-numeric:tabular-nums}.totals .all{font-size:1.15rem;font-weight:700}
.worked{border:2px solid var(--key);border-radius:10px;padding:0 1rem;margin:1rem 0}.worked h2{margin:.75rem 0 0}.soft{color:var(--soft)}.terms{overflow-x:auto}footer{padding-top:1.5rem;padding-bottom:2rem;color:var(--soft)}footer p{margin:.1rem 0;overflow-wrap:anywhere}
:focus-visible{outline:3px solid var(--key);outline-offset:2px}
@media(max-width:24rem){.two{grid-template-columns:1fr}}
`

const hash = createHash('sha256').update(style).digest('base64')

/** The sheet as it stands in the page: its hash is that of every sign between the tags. */
export const styleTag = new Html(`<style>${style}</style>`)

/**
 * What the page may do: show its own sheet and pictures of ours, and send its form to us. No script runs at all, nothing is asked of any
 * other host, nobody frames it.
 */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${hash}'`,
  "img-src 'self' data:", // the empty mark of its window
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
