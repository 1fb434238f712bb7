/**
 * What the page does with JavaScript: filters and sorts the table, makes one tab stop of many marks, hides a receipt at Escape.
 * Without it everything is shown. Kept as text, because it runs in browsers only and its hash stands in the page's policy.
 */
export const SCRIPT = String.raw`
(function () {
  'use strict'
  var byId = function (id) { return document.getElementById(id) }
  var all = function (selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)) }

  // One tab stop for all claims of a document, and for all rows: arrow keys go on from there.
  var LINKS = 'a.m, th > a'
  all('[data-rove]').forEach(function (root) {
    var links = all(LINKS, root)
    if (links.length < 2) return
    links.forEach(function (link, index) { if (index > 0) link.tabIndex = -1 })
    var current = links[0]
    root.addEventListener('focusin', function (event) {
      if (links.indexOf(event.target) < 0) return
      current.tabIndex = -1
      current = event.target
      current.tabIndex = 0
    })
    root.addEventListener('keydown', function (event) {
      if (event.altKey || event.ctrlKey || event.metaKey || event.target !== current) return
      var shown = links.filter(function (link) { return link.offsetParent !== null })
      var at = shown.indexOf(current)
      var to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key]
      if (to === undefined || !shown[to]) return
      event.preventDefault()
      shown[to].focus()
    })
  })
  byId('keys').hidden = false

  // A receipt can be hidden without moving away from its claim.
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') document.body.classList.add('quiet')
  })
  var speak = function () { document.body.classList.remove('quiet') }
  document.addEventListener('focusin', speak)
  document.addEventListener('mouseover', function (event) { if (!event.target.closest('.k, .c')) speak() })

  var table = byId('table')
  var body = table.tBodies[0]
  var rows = all('tr', body).map(function (row) {
    return { row: row, text: row.textContent.toLowerCase(), status: row.dataset.s, rule: row.cells[4].textContent, document: row.dataset.d }
  })
  var controls = { search: byId('search'), verdict: byId('verdict'), rule: byId('rule'), document: byId('document') }
  var apply = function () {
    var words = controls.search.value.toLowerCase().split(/\s+/).filter(Boolean)
    var shown = 0
    rows.forEach(function (one) {
      var fits = (!controls.verdict.value || one.status === controls.verdict.value) && (!controls.rule.value || one.rule === controls.rule.value) &&
        (!controls.document.value || one.document === controls.document.value) && words.every(function (word) { return one.text.indexOf(word) >= 0 })
      one.row.hidden = !fits
      if (fits) shown++
    })
    byId('count').textContent = (shown === rows.length ? rows.length : shown + ' of ' + rows.length) + (rows.length === 1 ? ' claim' : ' claims')
    var links = all('th > a', body)
    var reachable = links.filter(function (link) { return link.tabIndex === 0 && link.offsetParent !== null })
    if (!reachable.length) {
      var first = links.filter(function (link) { return link.offsetParent !== null })[0]
      if (first) first.tabIndex = 0
    }
  }
  controls.search.addEventListener('input', apply)
  ;['verdict', 'rule', 'document'].forEach(function (name) { controls[name].addEventListener('change', apply) })
  byId('filter').hidden = false

  // A row that is looked for by its address is shown, whatever the filter says.
  var reveal = function () {
    var target = /^#c\d+$/.test(location.hash) && byId(location.hash.slice(1))
    if (!target || !target.hidden) return
    Object.keys(controls).forEach(function (name) { controls[name].value = '' })
    apply()
    target.scrollIntoView()
  }
  window.addEventListener('hashchange', reveal)

  var collator = new Intl.Collator('en', { numeric: true })
  all('thead th', table).forEach(function (head, column) {
    var button = document.createElement('button')
    button.type = 'button'
    button.textContent = head.textContent
    head.textContent = ''
    head.appendChild(button)
    button.addEventListener('click', function () {
      var down = head.getAttribute('aria-sort') === 'ascending'
      all('thead th', table).forEach(function (other) { other.removeAttribute('aria-sort') })
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending')
      var sorted = rows.map(function (one) { return { one: one, key: column === 1 ? { broken: '0', unknown: '1', holds: '2' }[one.status] : one.row.cells[column].textContent } })
      sorted.sort(function (a, b) { return (down ? -1 : 1) * collator.compare(a.key, b.key) })
      var part = document.createDocumentFragment()
      sorted.forEach(function (entry) { part.appendChild(entry.one.row) })
      body.appendChild(part)
    })
  })
  apply()
})()
`
