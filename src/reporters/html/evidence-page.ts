/** `--format html`: a page for auditors and reviewers. A pure function from a report and the texts of its documents to one string. */
import { createHash } from 'node:crypto'
import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { addTo } from '../../core/multimap.ts'
import type { Report } from '../../core/report.ts'
import { chooseDocuments } from './choose-documents.ts'
import { claimTable } from './claim-table.ts'
import { claimsOf, tallyText, type Claim } from './claims.ts'
import { cleanTree } from './clean.ts'
import { SCRIPT } from './client-script.ts'
import { documentSection, type ShownDocument } from './document-section.ts'
import { apartSection, findingSections } from './findings.ts'
import { pageHead } from './head.ts'
import { withBreaks } from './receipt.ts'
import { STYLE } from './style.ts'
import type { EvidenceSubject } from './subject.ts'

/**
 * Makes the page. It loads nothing and sends nothing: its policy allows one style and one script, both in it.
 * @param report with all references (`keepReferences`)
 */
export function formatEvidence(report: Report, subject: EvidenceSubject): string {
  const claims = claimsOf(report)
  const { shown, reason } = chooseDocuments(report, claims, subject.textOf)
  const byPath = new Map<string, Claim[]>()
  for (const claim of claims) addTo(byPath, claim.reference.path, claim)
  const strict = new Set(report.strict)
  const documents = shown.map((path, index): ShownDocument => ({ path, id: `d${String(index + 1)}`, claims: byPath.get(path) ?? [], strict: strict.has(path) }))
  const marked = new Set(shown)
  const isMarked = ({ reference: { path } }: Claim): boolean => marked.has(path)
  const isDocument = (path: string): boolean => /\.(?:md|mdx|markdown)$/i.test(path)
  const sections = documents.map((document, index) => documentSection(document, subject.textOf(document.path) ?? '', documents[index + 1]?.id ?? 'claims'))
  const findings = findingSections(report, claims, isMarked, isDocument)
  const main = h('main', { id: 'main' }, [
    pageHead(report, claims, subject),
    ...findings,
    h('section', { id: 'documents', ariaLabelledBy: 'documents-title' }, [
      h('h2', { id: 'documents-title' }, 'Documents'),
      h('p', { className: ['lead'] }, `${reason} Behind the words of each claim stands a sign: ✓ holds, ✗ is broken, ? is unknown. Its receipt shows when you point at it or reach it by keyboard, and in the table below.`),
      h('p', { id: 'keys', className: ['lead'], hidden: true }, 'By keyboard: Tab enters the claims of a document at its first one, the arrow keys go on from claim to claim, Escape hides a receipt.'),
      ...sections,
    ]),
    claimTable(claims, isMarked),
    apartSection(report),
  ])
  return pageOf(subject.name, [
    h('a', { className: ['skip', 'first'], href: '#main' }, 'Skip to the report'),
    navigation(documents, findings),
    main,
  ])
}

function navigation(documents: readonly ShownDocument[], findings: readonly Element[]): Element {
  const link = (id: string, text: string, more?: string): Element => h('li', [h('a', { href: `#${id}` }, withBreaks(text)), ...(more === undefined ? [] : [' ', h('small', more)])])
  const names: Readonly<Record<string, string>> = { findings: 'Findings', code: 'Findings in code' }
  return h('nav', { ariaLabel: 'Contents' }, h('ul', [
    ...findings.map(({ properties: { id } }) => link(String(id), names[String(id)] ?? '')),
    h('li', [h('a', { href: '#documents' }, 'Documents'), h('ul', documents.map(({ id, path, claims }) => link(id, path, tallyText(claims))))]),
    link('claims', 'All claims'),
    link('apart', 'Set apart'),
  ]))
}

function pageOf(name: string, body: readonly Element[]): string {
  const policy = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; base-uri 'none'; form-action 'none'`
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' }, { type: 'text', value: '\n' },
      h('html', { lang: 'en' }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('meta', { name: 'referrer', content: 'no-referrer' }),
          h('title', `Evidence report: ${name}`),
          h('style', STYLE),
        ]),
        h('body', [...body, h('script', SCRIPT)]),
      ]),
      { type: 'text', value: '\n' },
    ],
  }
  cleanTree(tree)
  return toHtml(tree)
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
