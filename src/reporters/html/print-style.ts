/**
 * The page on paper: black on white, receipts by number in the table, heads of tables on every sheet (which Chromium repeats only where
 * no button stands in them).
 */
export const PRINT = `
@media print {
  :root {
    color-scheme: light; --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --wash: #f4f4f4; --link: #000;
    --holds: #14522b; --broken: #8c1512; --unknown: #5e4000; --broken-wash: #fff; --unknown-wash: #fff;
  }
  @page { margin: 18mm 16mm }
  html { font-size: 10pt } body { display: block; max-width: none } main { padding: 0; max-width: none }
  nav, .skip, .skips, #filter, #keys { display: none !important }
  h1, h2, h3, h4, h5, h6 { break-after: avoid } figure, .findings li, pre, tr, .page { break-inside: avoid }
  article { break-before: page } .document { border: 0; padding: 0 } #claims { break-before: page }
  .scroll { overflow: visible } #table { min-width: 0; font-size: 8pt; table-layout: fixed } #table thead, .document thead { display: table-header-group; break-inside: avoid }
  #table th:nth-child(1) { width: 6% } #table th:nth-child(2) { width: 9% } #table th:nth-child(3) { width: 20% } #table th:nth-child(4) { width: 29% } #table th:nth-child(5) { width: 16% } #table td { max-width: none; overflow-wrap: anywhere }
  #table th button { display: contents }
  .m::after { content: attr(data-n) } .m { padding: 0 .15em } .t { display: none !important }
  a { text-decoration: none } details::details-content { content-visibility: visible; display: block } figure svg { max-width: 100%; height: auto }
  tr[hidden] { display: table-row }
}
`
