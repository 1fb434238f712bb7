/** How the page looks: on screens light and dark, narrow and wide, and on paper. Verdicts are told by sign, line and word, never by colour alone. */
import { PRINT } from './print-style.ts'

const COLOURS = `
:root {
  color-scheme: light dark;
  --paper: #fcfbf9; --card: #fff; --ink: #1d1c1a; --soft: #5c5954; --line: #dfdbd4; --wash: #f3f0ea; --link: #1a4f8b;
  --holds: #1b6537; --broken: #a31d18; --unknown: #765000; --broken-wash: #fbe9e7; --unknown-wash: #faf1dc; --shadow: 0 2px 14px rgb(40 30 10 / .16);
  --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
  --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", Georgia, serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16171a; --card: #1f2125; --ink: #e7e5e0; --soft: #aaa69f; --line: #373a40; --wash: #23252a; --link: #93bdf0;
    --holds: #86d1a0; --broken: #ff9d92; --unknown: #e6bf6b; --broken-wash: #3c2222; --unknown-wash: #352c18; --shadow: 0 2px 18px rgb(0 0 0 / .6);
  }
}
.holds { --own: var(--holds) } .broken { --own: var(--broken) } .unknown { --own: var(--unknown) } .empty { --own: var(--soft) }
`

const FRAME = `
*, ::before, ::after { box-sizing: border-box }
html { background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--sans); scroll-padding-top: 1rem; -webkit-text-size-adjust: 100% }
body { margin: 0; display: grid; grid-template-columns: minmax(0, 1fr); max-width: 88rem }
main { padding: 2rem clamp(1rem, 4vw, 3.5rem) 4rem; min-width: 0; max-width: 66rem }
main:focus { outline: none }
nav { padding: 1rem clamp(1rem, 4vw, 3.5rem); font-size: .875rem; line-height: 1.45; max-height: 40vh; overflow: auto; border-bottom: 1px solid var(--line) }
nav ul { list-style: none; margin: 0; padding: 0 } nav ul ul { padding: .25rem 0 .25rem .9rem; border-left: 1px solid var(--line); margin: .35rem 0 .35rem .1rem }
nav li { margin: .35rem 0; overflow-wrap: break-word } nav small { display: block; color: var(--soft); font-size: .78rem }
nav a { text-decoration: none; display: inline-block; padding: .1rem 0 } nav a:hover { text-decoration: underline }
@media (min-width: 68rem) {
  body { grid-template-columns: 17rem minmax(0, 1fr) }
  nav { position: sticky; top: 0; height: 100vh; max-height: none; padding: 2.4rem 1.2rem 2rem 2rem; border: 0; border-right: 1px solid var(--line) }
}
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; overflow-wrap: anywhere }
h2 { font-size: 1.45rem; font-weight: 650; margin: 3.2rem 0 .9rem; padding-top: 1.4rem; border-top: 1px solid var(--line) }
code, pre, .path, .place, .id { font-family: var(--mono); font-size: .86em }
.scroll { overflow-x: auto; max-width: 100% }
.skip { font-size: .8rem } .skip.first { position: absolute; left: -100vw } .skip.first:focus { left: .5rem; top: .5rem; background: var(--card); padding: .4rem .7rem; z-index: 9 }
.lead, .tally, .more, .legend { color: var(--soft); max-width: 46rem }
.page .kind { margin: 0; letter-spacing: .09em; text-transform: uppercase; font-size: .76rem; color: var(--soft) }
.page h1 { font-size: clamp(1.7rem, 4.5vw, 2.5rem); margin: .15rem 0 .6rem; letter-spacing: -.015em; font-weight: 680 }
.outcome { font: 1.25rem/1.4 var(--serif); margin: 0 0 1.2rem; max-width: 42rem }
.page dl { margin: 1.5rem 0 0; font-size: .875rem } .page dl > div { display: grid; grid-template-columns: 7rem minmax(0, 1fr); padding: .28rem 0; border-top: 1px solid var(--line) }
dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
.notice { border-left: 3px solid var(--unknown); padding: .4rem .9rem; background: var(--unknown-wash); font-size: .9rem }
.counts svg { width: 100%; max-width: 46rem; display: block; border-radius: 5px } .part { fill: var(--own) }
.counts ul { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.6rem; padding: 0; margin: .6rem 0 0 }
.verdict { color: var(--own, var(--soft)); white-space: nowrap } .counts strong { font-size: 1.15rem; font-variant-numeric: tabular-nums } .excused { color: var(--soft) }
.findings { padding: 0; list-style: none; counter-reset: f } .findings li { padding: .8rem 0 .8rem 1rem; border-left: 3px solid var(--line); margin: .8rem 0 } .findings p { margin: 0 0 .2rem; overflow-wrap: anywhere }
.findings li:has(.error) { border-left-color: var(--broken) } .findings li:has(.warn) { border-left-color: var(--unknown) }
.more { font-size: .9rem } .severity { font-weight: 650 } .severity.error { color: var(--broken) } .severity.warn { color: var(--unknown) }
.plain { font-size: .9rem; padding-left: 1.1rem; overflow-wrap: anywhere }
`

const DOCUMENT = `
article { margin: 2.2rem 0 3.4rem }
article > header h3 { font-size: 1.02rem; margin: 0; font-weight: 600 } article > header .tally { margin: .1rem 0 1rem; font-size: .9rem }
.path { font-size: 1rem }
.document { position: relative; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: clamp(1rem, 4vw, 2.6rem); font: 1.04rem/1.65 var(--serif); overflow-wrap: anywhere }
.document > * { max-width: 44rem } .document > .scroll, .document > pre { max-width: none }
.document > :first-child { margin-top: 0 } .document > :last-child { margin-bottom: 0 }
.document h3, .document h4, .document h5, .document h6 { font-family: var(--sans); font-weight: 650; margin: 1.9em 0 .5em; line-height: 1.25 }
.document h3 { font-size: 1.6rem; letter-spacing: -.01em } .document h4 { font-size: 1.24rem } .document h5 { font-size: 1.06rem } .document h6 { font-size: .96rem }
.document p, .document ul, .document ol, .document pre, .document blockquote, .document .scroll { margin: 0 0 1em }
.document li > p { margin: .3em 0 } .document ul, .document ol { padding-left: 1.5em }
.document code { background: var(--wash); border-radius: 3px; padding: .08em .3em; font-size: .85em }
.document pre { background: var(--wash); border-radius: 6px; padding: .8rem 1rem; white-space: pre-wrap; font-size: .85rem; line-height: 1.55 } .document pre code { background: none; padding: 0; font-size: 1em }
.document blockquote { border-left: 3px solid var(--line); padding-left: 1rem; margin-left: 0; color: var(--soft) }
.document hr { border: 0; border-top: 1px solid var(--line); margin: 2em 0 }
.document .front-matter, .document .html, .document .definition, .document .source { color: var(--soft); font-family: var(--mono); font-size: .8rem } .document .html { background: none; padding: 0 .1em; border-radius: 0 }
.document .definition + .definition { margin-top: -.7em } .document pre.html { border-left: 2px dotted var(--line); padding-left: .8rem } .document .footnote { font-size: .92rem } .footnote > p { display: inline }
.document .link { text-decoration: underline; text-decoration-color: var(--soft); text-decoration-thickness: 1px; text-underline-offset: .18em }
.document .image { border: 1px dashed var(--line); border-radius: 4px; padding: .1em .5em; font: .86em var(--sans); color: var(--soft) } .image::before { content: "Image: " }
.document .beside { list-style: none; padding: .5rem 0 .5rem 1rem; border-left: 3px solid var(--line); font: .86rem/1.5 var(--sans); color: var(--soft) }
.document table, #table { border-collapse: collapse; font: .9rem/1.5 var(--sans) } .document th, .document td, #table th, #table td { text-align: left; vertical-align: top; padding: .45rem .8rem .45rem 0; border-bottom: 1px solid var(--line) }
.document table { overflow-wrap: break-word } .document th { font-weight: 620 } .document td { min-width: 4rem } .document [align=right] { text-align: right } .document [align=center] { text-align: center }
.c { text-decoration: underline 1.5px solid var(--own); text-underline-offset: .22em; text-decoration-skip-ink: none }
.c.holds { text-decoration-color: color-mix(in srgb, var(--own) 45%, transparent) }
.c.broken { background: var(--broken-wash); text-decoration: underline 2px wavy var(--own) } .c.unknown { text-decoration-style: dotted; text-decoration-thickness: 2px }
.k { white-space: nowrap; user-select: none; -webkit-user-select: none }
.m { color: var(--own); text-decoration: none; font: 600 .72em/1 var(--sans); padding: .15em .2em; margin-left: .04em; vertical-align: .25em; border-radius: 3px }
.m:hover, .m:focus { background: var(--wash) } .m:target { outline: 2px solid var(--own) } .m.broken { font-size: .86em }
.t { display: none; position: absolute; left: clamp(.5rem, 4vw, 2.6rem); right: clamp(.5rem, 4vw, 2.6rem); max-width: 38rem; z-index: 5; padding-top: .5rem; white-space: normal; text-align: left; user-select: text; -webkit-user-select: text }
.r { display: block; background: var(--card); color: var(--ink); border: 1px solid var(--line); border-left: 4px solid var(--line); box-shadow: var(--shadow); padding: .55rem .85rem; font: 400 .86rem/1.5 var(--sans); letter-spacing: 0; overflow-wrap: anywhere }
.r:has(.holds) { border-left-color: var(--holds) } .r:has(.broken) { border-left-color: var(--broken) } .r:has(.unknown) { border-left-color: var(--unknown) }
.r .verdict { font-weight: 650 } .rule { color: var(--soft); font-family: var(--mono); font-size: .92em } .r span { text-decoration: none } .r code { white-space: normal }
.k:hover > .t, .k:focus-within > .t, .c:hover + .k > .t, a:hover + .k > .t, code:hover + .k > .t, .link:hover + .k > .t, .image:hover + .k > .t { display: block }
.quiet .k > .t { display: none }
`

const PARTS = `
figure { margin: 0 0 1.4rem } figcaption { font-size: .84rem; font-weight: 620; margin-bottom: .5rem }
figure svg { display: block } .legend svg { display: inline-block; vertical-align: -.2em } .legend { font-size: .82rem; margin: .4rem 0; word-spacing: normal }
svg text { font-family: var(--sans); fill: var(--ink) } .track { stroke: var(--line); stroke-width: 2 }
.station { fill: var(--card); stroke: var(--own); stroke-width: 2 } .station.broken { fill: var(--broken-wash); stroke-width: 3 } .station.unknown { stroke-dasharray: 3 3 } .station.empty { stroke: var(--line) }
svg .number { font-size: 13px; font-weight: 620 } svg .sign { font-size: 14px; font-weight: 700; fill: var(--own) } svg .name { font: 12px var(--mono) } svg .head { font-size: 12px; fill: var(--soft) }
.rule-line { stroke: var(--line) } .cell.full, .cell .full { fill: var(--ink) } .cell.ring, .cell .ring { fill: none; stroke: var(--ink); stroke-width: 1.4 } .cell.dash { stroke: var(--soft); stroke-width: 1.4 }
.gates ol { list-style: none; padding: 0; margin: .6rem 0 0; font-size: .9rem; columns: 24rem; column-gap: 2rem } .gates li { break-inside: avoid; padding: .12rem 0 } .gates .verdict { white-space: normal; font-size: .84rem }
details { font-size: .86rem; color: var(--soft) } summary { cursor: pointer }
#filter { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .8rem; margin: 0 0 1rem; align-items: end } #filter[hidden] { display: none } #filter p { margin: 0; min-width: 0 }
label { display: block; font-size: .8rem; color: var(--soft); margin-bottom: .2rem } input, select, button { font: inherit; color: inherit }
input, select { width: 100%; height: 2.4rem; padding: .42rem .6rem; border: 1px solid var(--soft); border-radius: 5px; background: var(--card); font-size: .9rem }
#count { font-size: .9rem; color: var(--soft); padding-bottom: .45rem }
#table { width: 100%; min-width: 52rem } #table thead th { font-size: .8rem; color: var(--soft); font-weight: 600; border-bottom-color: var(--soft) } #table tbody th { font-weight: 400; font-variant-numeric: tabular-nums }
#table th button { background: none; border: 0; padding: 0; cursor: pointer; font-weight: 600 } th[aria-sort=ascending] button::after { content: " ↑" } th[aria-sort=descending] button::after { content: " ↓" }
.words { max-width: 16rem; overflow-wrap: anywhere } .receipt { max-width: 26rem; overflow-wrap: anywhere } #table .place { overflow-wrap: anywhere; max-width: 14rem; font-size: .78rem }
tr:target { background: var(--unknown-wash) }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }
@media (forced-colors: active) { .c { text-decoration-color: currentcolor } }
`

export const STYLE = `${COLOURS}${FRAME}${DOCUMENT}${PARTS}${PRINT}`
