import { describe, expect, it } from 'vitest'
import { locateLink } from '../../src/facts/link-target.ts'
import { sitesFact } from '../../src/facts/site.ts'
import { memoryRepository } from '../support/memory-repository.ts'

/** Where links of one document lead: the file's path, or how it ended. */
function follow(files: Readonly<Record<string, string>>, document: string, ...links: readonly string[]): string[] {
  const repository = memoryRepository({ [document]: '# T\n', ...files })
  return links.map(link => {
    const located = locateLink(repository, document, link)
    return located.how === 'file' || located.how === 'folder' ? located.path : located.how
  })
}

describe('without a site', () => {
  it('follows relative and root-absolute links, endings left out, folders', () => {
    expect(follow({ 'docs/b.md': '', 'src/x.ts': '' }, 'docs/a.md', './b', 'b.md', '../src', '/src/x.ts', '../src/', 'c.md', '../../x'))
      .toEqual(['docs/b.md', 'docs/b.md', 'src', 'src/x.ts', 'src', 'missing', 'unknown'])
  })

  it('sees the letter case', () => {
    expect(follow({ 'docs/B.md': '' }, 'docs/a.md', 'b.md')).toEqual(['case'])
  })
})

describe('VitePress', () => {
  const site = {
    'docs/.vitepress/config.ts': "export default { base: '/tool/' }",
    'docs/public/logo.svg': '',
    'docs/config/index.md': '',
    'docs/guide/why.md': '',
  }
  it('serves pages without ending, folders, html, public files, with and without base', () => {
    expect(follow(site, 'docs/guide/a.md', '/guide/why', './why.html', '/config/', '/logo.svg', '/tool/guide/why', '../config', '/guide/gone'))
      .toEqual(['docs/guide/why.md', 'docs/guide/why.md', 'docs/config/index.md', 'docs/public/logo.svg', 'docs/guide/why.md', 'docs/config', 'missing'])
  })
  it('reads srcDir and knows that rewrites leave it open', () => {
    const repository = memoryRepository({ 'docs/.vitepress/config.mts': "export default { srcDir: 'pages', rewrites: {} }", 'docs/pages/a.md': '' })
    const owner = repository.get(sitesFact).of('docs/pages/a.md')
    expect([owner?.generator, owner?.closed, owner?.contents[0]?.folder]).toEqual(['VitePress', false, 'docs/pages'])
  })
})

describe('Docusaurus', () => {
  const site = {
    'www/docusaurus.config.js': "module.exports = { baseUrl: '/', presets: [['classic', { docs: { routeBasePath: 'learn' } }]], plugins: [['@docusaurus/plugin-client-redirects', { redirects: [{ from: '/old', to: '/learn/intro' }] }]] }",
    'www/docs/01-intro.md': '',
    'www/docs/api/setup.mdx': '---\nslug: /start\n---\n',
    'www/docs/api/index.md': '',
    'www/static/img/a.png': '',
    'www/blog/2021-02-03-hello.md': '',
    'www/src/pages/community.tsx': '',
    'www/i18n/de/docusaurus-plugin-content-docs/current/wie.md': '',
  }
  it('knows bases, number prefixes, slugs, dates, pages, locales, static files', () => {
    expect(follow(site, 'www/docs/a.md', '/learn/intro', '/learn/start', '/img/a.png', '/blog/2021/02/03/hello', '/community', '/de/learn/wie', '/learn/api', '/api/index.md'))
      .toEqual(['www/docs/01-intro.md', 'www/docs/api/setup.mdx', 'www/static/img/a.png', 'www/blog/2021-02-03-hello.md', 'www/src/pages/community.tsx',
        'www/i18n/de/docusaurus-plugin-content-docs/current/wie.md', 'www/docs/api/index.md', 'www/docs/api/index.md'])
  })
  it('takes .md links for files, and redirected routes for unknown', () => {
    expect(follow(site, 'www/docs/a.md', './api/setup.md', '/old', '@site/docs/api/setup.mdx')).toEqual(['missing', 'unknown', 'www/docs/api/setup.mdx'])
  })
})

describe('other generators', () => {
  it('Hugo: sections, front matter, aliases, relative to the page\'s URL', () => {
    const site = {
      'site/config.toml': "baseURL = 'https://x.dev/'\n",
      'site/content/docs/user/quick-start.md': '---\naliases: ["/start"]\n---\n',
      'site/content/docs/user/img.png': '',
      'site/static/logo.png': '',
    }
    expect(follow(site, 'site/content/docs/user/a.md', '/docs/user/quick-start/', '/start', '../quick-start/', '/logo.png', '../img.png'))
      .toEqual(['site/content/docs/user/quick-start.md', 'site/content/docs/user/quick-start.md', 'site/content/docs/user/quick-start.md', 'site/static/logo.png', 'site/content/docs/user/img.png'])
  })
  it('Starlight: untranslated pages fall back', () => {
    const site = { 'astro.config.mjs': "import starlight from '@astrojs/starlight'", 'src/content/docs/guides/x.mdx': '' }
    expect(follow(site, 'src/content/docs/de/a.md', '/guides/x/', '/de/guides/x/')).toEqual(['src/content/docs/guides/x.mdx', 'src/content/docs/guides/x.mdx'])
  })
  it('MkDocs, mdBook, Jekyll, Nextra', () => {
    expect(follow({ 'mkdocs.yml': 'docs_dir: manual\n', 'manual/x.md': '' }, 'manual/sub/a.md', '../x.md', '../x/')).toEqual(['manual/x.md', 'manual/x.md'])
    expect(follow({ 'guide/book.toml': '[book]\nsrc = "text"\n', 'guide/text/x.md': '' }, 'guide/text/a.md', 'x.html')).toEqual(['guide/text/x.md'])
    expect(follow({ '_config.yml': 'baseurl: /p\n', 'x.md': '---\npermalink: /about/\n---\n', '_docs/y.md': '' }, 'a.md', '/about/', '/p/about', '/docs/y')).toEqual(['x.md', 'x.md', '_docs/y.md'])
    expect(follow({ 'next.config.mjs': "import nextra from 'nextra'", 'pages/docs/x.mdx': '', 'app/z/page.mdx': '' }, 'pages/a.mdx', '/docs/x', '/z')).toEqual(['pages/docs/x.mdx', 'app/z/page.mdx'])
  })
  it('owns a document by the deepest content folder', () => {
    const repository = memoryRepository({ '_config.yml': 'title: x\n', 'README.md': '', 'web/docs/.vitepress/config.ts': 'export default {}', 'web/docs/a.md': '' })
    const sites = repository.get(sitesFact)
    expect([sites.of('README.md')?.generator, sites.of('web/docs/a.md')?.generator]).toEqual(['Jekyll', 'VitePress'])
  })
})
