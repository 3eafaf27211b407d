// What the tests ask of the open page. Lengths are CSS pixels.
"use strict"

const SLACK = 1.5 // rounding of boxes, and the overhang of a slanted letter

const shown = () => view.renderer.getContents()[0].doc

/** Goes to a place of the book; returns what stands there. */
async function visit(target) {
  await view.goTo(target)
  const doc = shown()
  await doc.fonts.ready
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  const { renderer, lastLocation } = view
  const left = renderer.start - renderer.size
  const fragment = typeof target === "string" ? target.split("#")[1] : undefined
  const mark = fragment && doc.getElementById(fragment)
  const isOn = rect => rect.left >= left - SLACK && rect.right <= left + renderer.size + SLACK
  const heading = doc.querySelector("h1")
  const picture = doc.querySelector("body > img")
  return {
    text: lastLocation.range.toString(),
    contents: lastLocation.tocItem?.label ?? "",
    page: lastLocation.pageItem?.label ?? "",
    heading: heading ? heading.textContent : "",
    headingIsSeen: !!heading && [...heading.getClientRects()].every(isOn),
    picture: !!picture && isOn(picture.getBoundingClientRect()) ? picture.naturalWidth : 0,
    markIsSeen: !!mark && [...mark.getClientRects()].every(isOn),
    after: mark ? textAfter(mark) : "",
  }
}

/** The first words that are read after an element, a heading's or a paragraph's. */
function textAfter(mark) {
  const walker = mark.ownerDocument.createTreeWalker(mark.ownerDocument.body, NodeFilter.SHOW_TEXT)
  walker.currentNode = mark
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.data.trim() && node.parentElement.getClientRects().length) return node.data.trim()
  return ""
}

const name = element => element.localName + (element.className.baseVal ?? element.className).replace(/^(?=.)| /g, ".")
const words = node => `${name(node.parentElement)} “${node.data.trim().slice(0, 40)}”`

function* textNodes(doc) {
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.data.trim()) yield node
}

function rects(node) {
  const range = node.ownerDocument.createRange()
  range.selectNodeContents(node)
  return [...range.getClientRects()].filter(rect => rect.width > 0 && rect.height > 0)
}

/** The edges of the column that a box begins in. */
function column(doc, rect) {
  const gap = parseFloat(doc.defaultView.getComputedStyle(doc.documentElement).columnGap)
  const width = view.renderer.size / view.renderer.columnCount
  const number = Math.floor((rect.left + SLACK) / width)
  return { number, left: number * width + gap / 2, right: (number + 1) * width - gap / 2 }
}

/** All that is wrong with how the open section is laid out. */
function faults() {
  const doc = shown()
  const height = doc.documentElement.clientHeight
  const found = []
  const lines = []
  const check = (rect, what) => {
    const { left, right } = column(doc, rect)
    if (rect.left < left - SLACK || rect.right > right + SLACK) found.push(`beside the column: ${what}`)
    if (rect.top < -SLACK || rect.bottom > height + SLACK) found.push(`over the page: ${what}`)
  }
  for (const node of textNodes(doc))
    for (const rect of rects(node)) {
      check(rect, words(node))
      lines.push({ rect, node })
    }
  for (const box of doc.querySelectorAll("img, svg, table, .frame, .canvas, .rule, .blank, .card"))
    for (const rect of box.getClientRects()) check(rect, name(box))
  return [...found, ...overlaps(lines), ...torn(doc, height), ...lonely(doc), ...broken(doc)]
}

/** Lines of words that lie on one another by more than a quarter of their height. */
function overlaps(lines) {
  const found = []
  lines.sort((a, b) => a.rect.left - b.rect.left)
  lines.forEach((one, at) => {
    for (let next = at + 1; next < lines.length && lines[next].rect.left < one.rect.right - SLACK; next++) {
      const other = lines[next]
      const deep = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top)
      if (one.node !== other.node && deep > Math.min(one.rect.height, other.rect.height) / 4)
        found.push(`on one another: ${words(one.node)} and ${words(other.node)}`)
    }
  })
  return found
}

// On a narrow page a table is a list, and may go on over the page as one.
const isStacked = row => row.ownerDocument.defaultView.getComputedStyle(row).display === "block"

/** Pieces that would fit on a page and stand on two. */
function torn(doc, height) {
  return [...doc.querySelectorAll("h1, h2, .figure, svg, .card, .turn, tr, .rules, .prompt, .country li")]
    .filter(piece => {
      const parts = [...piece.getClientRects()].filter(rect => rect.height > SLACK)
      const whole = parts.reduce((sum, rect) => sum + rect.height, 0)
      return parts.length > 1 && !(piece.matches("tr") && isStacked(piece)) && whole < height * 0.9
    })
    .map(piece => `torn: ${name(piece)} “${piece.textContent.trim().slice(0, 40)}”`)
}

/** Headings and prompts that end a column while what they announce begins the next. */
function lonely(doc) {
  const nodes = [...textNodes(doc)].filter(node => rects(node).length)
  return [...doc.querySelectorAll("h1, h2, caption, thead, .prompt, .moment, .side, .service")].flatMap(head => {
    const own = head.getClientRects()
    const next = nodes.find(
      node => head.compareDocumentPosition(node) & 4 && !head.contains(node))
    if (!own.length || !next) return []
    const isLonely = column(doc, own[own.length - 1]).number !== column(doc, rects(next)[0]).number
    return isLonely ? [`alone at a column's foot: ${name(head)} “${head.textContent.trim().slice(0, 40)}”`] : []
  })
}

/** Words that are cut in two without a hyphen; names of files, with digits in them, may be. */
function broken(doc) {
  const found = []
  for (const node of textNodes(doc))
    for (const { index, 0: word } of node.data.matchAll(/(?<!\w)[\p{L}\p{M}’']+(?!\w)/gu)) {
      const range = doc.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const tops = new Set([...range.getClientRects()].filter(r => r.width > 0).map(r => `${r.top} ${column(doc, r).number}`))
      if (tops.size > 1) found.push(`cut in two: ${name(node.parentElement)} “${word}”`)
    }
  return found
}

// --- Colours ---------------------------------------------------------------------------------

function channels(colour) {
  const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number)
  return { rgb: [r, g, b], a }
}

const blend = (over, a, under) => over.map((value, i) => value * a + under[i] * (1 - a))

function luminance(rgb) {
  const [r, g, b] = rgb.map(value => value / 255).map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function chain(element) {
  return element ? [...chain(element.parentElement), element] : []
}

/** What is behind an element, from the reader's own page upwards. */
function behind(element, page) {
  return chain(element).reduce((under, at) => {
    const { rgb, a } = channels(getComputedStyle(at).backgroundColor)
    return blend(rgb, a, under)
  }, page)
}

const opacity = element => chain(element).reduce((all, at) => all * Number(getComputedStyle(at).opacity), 1)

/** The colour of the page that the reader shows the book on. */
function pageColour() {
  const sample = document.createElement("div")
  sample.style.backgroundColor = "Canvas"
  document.body.append(sample)
  const { rgb } = channels(getComputedStyle(sample).backgroundColor)
  sample.remove()
  const { rgb: own, a } = channels(view.renderer.getContents()[0].doc ? rootBackground() : "rgba(0,0,0,0)")
  return blend(own, a, rgb)
}

// foliate takes the background from the body and draws it itself; the root keeps its own.
const rootBackground = () => getComputedStyle(shown().documentElement).backgroundColor

/** Words below 4.5 : 1 and lines below 3 : 1 against what is behind them. */
function faint() {
  const doc = shown()
  const page = pageColour()
  const found = []
  const judge = (element, colour, least, what) => {
    const under = behind(element, page)
    const { rgb, a } = channels(colour)
    const ratio = contrast(blend(rgb, a * opacity(element), under), under)
    if (ratio < least) found.push(`${ratio.toFixed(2)}: ${what}`)
  }
  for (const node of textNodes(doc))
    if (rects(node).length) judge(node.parentElement, getComputedStyle(node.parentElement).color, 4.5, words(node))
  for (const box of doc.querySelectorAll(".rule, .frame, .canvas, .blank, .card, th, td"))
    judge(box, getComputedStyle(box).borderBottomColor, 3, `line of ${name(box)}`)
  for (const shape of doc.querySelectorAll("svg :is(path, line, rect, circle, ellipse, polyline, polygon)")) {
    const { stroke, fill } = getComputedStyle(shape)
    const ink = stroke === "none" ? fill : stroke
    if (ink !== "none") judge(shape, ink, 3, `drawing ${name(shape)}`)
  }
  return found
}
