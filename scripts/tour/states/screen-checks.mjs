/** @typedef {import('@playwright/test').Page} Page */

/**
 * Runs in the page: texts that a box cuts off although nothing tells them in full. A title may be cut where it has its
 * tooltip; numbers and identifiers never; nothing may stand outside the window where no scrolling leads.
 */
function cutTexts() {
  const { document, window } = globalThis
  /** @type {Map<Element, CSSStyleDeclaration>} */
  const styles = new Map()
  const styleOf = (/** @type {Element} */ element) => {
    const known = styles.get(element) ?? window.getComputedStyle(element)
    styles.set(element, known)
    return known
  }
  const toldBy = (/** @type {Element} */ element, /** @type {string} */ text) => [element.getAttribute('title'), element.getAttribute('aria-label')].some((words) => words?.includes(text.slice(0, 20)) === true)
  /** @type {string[]} */
  const found = []
  const walker = document.createTreeWalker(document.body, globalThis.NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.textContent ?? '').trim()
    const parent = node.parentElement
    if (text === '' || parent === null || !parent.checkVisibility({ checkVisibilityCSS: true }) || parent.closest('[aria-hidden="true"], .visually-hidden, script, style, noscript') !== null) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    if (box.width < 1 || box.height < 1) continue
    const never = parent.closest('.identifier, .figures') !== null
    let tooltip = false
    for (let at = /** @type {Element | null} */ (parent); at !== null && !tooltip; at = at.parentElement) tooltip = toldBy(at, text)
    let reachable = false
    for (let at = /** @type {Element | null} */ (parent); at !== null && at !== document.documentElement; at = at.parentElement) {
      const { overflowX, overflowY } = styleOf(at)
      const edge = at.getBoundingClientRect()
      const scrolls = (/** @type {string} */ overflow) => overflow === 'auto' || overflow === 'scroll'
      const hides = (/** @type {string} */ overflow) => overflow === 'hidden' || overflow === 'clip'
      const aside = box.right > edge.right + 1.5 || box.left < edge.left - 1.5
      const below = box.bottom > edge.bottom + 3 || box.top < edge.top - 3
      if ((aside && scrolls(overflowX)) || (below && scrolls(overflowY))) {
        reachable = true
        break
      }
      if ((aside && hides(overflowX) && (never || !tooltip)) || (below && hides(overflowY))) {
        found.push(`“${text.slice(0, 60)}” is cut by ${at.tagName.toLowerCase()}.${[...at.classList].at(-1) ?? ''}`)
        reachable = true
        break
      }
      if (aside && hides(overflowX)) {
        reachable = true
        break
      }
    }
    if (!reachable && (box.right > window.innerWidth + 1 || box.left < -1 || box.bottom > window.innerHeight + 1)) found.push(`“${text.slice(0, 60)}” stands outside the window`)
  }
  return found
}

/** Runs in the page: parts that scroll sideways although rows and text should fit the window. */
function sidewaysParts() {
  const { document } = globalThis
  const page = [document.documentElement, document.body].filter((element) => element.scrollWidth > globalThis.innerWidth)
  const parts = [...document.querySelectorAll('main *, [role="dialog"] *')].filter((element) => {
    const { overflowX } = globalThis.getComputedStyle(element)
    // Tabs scroll by design, and a paper that was enlarged.
    const byDesign = element.closest('[role="tablist"], .MuiTabs-root, [aria-label="The paper"]') !== null || element.querySelector(':scope > [role="tablist"]') !== null
    return (overflowX === 'auto' || overflowX === 'scroll') && element.scrollWidth > element.clientWidth + 1 && !byDesign && element.checkVisibility()
  })
  return [...page, ...parts].map((element) => `${element.tagName.toLowerCase()}.${[...element.classList].at(-1) ?? ''} scrolls sideways by ${String(element.scrollWidth - element.clientWidth)} px`)
}

/** Runs in the page: what has the focus, unless its ring can be seen or it is the page itself. */
function unseenFocus() {
  const { document } = globalThis
  const element = document.activeElement
  if (element === null || element === document.body || element.getAttribute('role') === 'tabpanel') return []
  const ringed = (/** @type {Element | null | undefined} */ candidate) => {
    if (candidate === null || candidate === undefined) return false
    const { outlineStyle, outlineWidth, borderTopWidth } = globalThis.getComputedStyle(candidate)
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || (candidate.tagName === 'FIELDSET' && Number.parseFloat(borderTopWidth) >= 2)
  }
  const seen = ringed(element) || ringed(element.parentElement) || ringed(element.closest('.Mui-focusVisible')) || ringed(element.closest('.MuiInputBase-root')?.querySelector('fieldset')) || element.closest('[role="dialog"]')?.contains(element) === true && element.getAttribute('role') === 'combobox'
  return seen ? [] : [`the focus on ${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}” cannot be seen`]
}

/** Runs in the page: begins to add up what moves by itself. */
function countShifts() {
  const holder = /** @type {{ shifted?: { sum: number, what: string[] } }} */ (globalThis)
  holder.shifted = { sum: 0, what: [] }
  if ('shiftsCounted' in globalThis) return
  Object.assign(globalThis, { shiftsCounted: true })
  new globalThis.PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, sources } = /** @type {{ value: number, sources: { node: Node | null }[] }} */ (/** @type {unknown} */ (entry))
      // The find box grows with its matches, as it should; what counts is the page.
      const moved = sources.flatMap(({ node }) => (node instanceof globalThis.Element && node.closest('main') !== null ? [node] : []))
      if (holder.shifted === undefined || moved.length === 0) continue
      holder.shifted.sum += value
      holder.shifted.what.push(...moved.map((node) => `${node.tagName.toLowerCase()} “${(node.textContent ?? '').slice(0, 30)}”`))
    }
  }).observe({ type: 'layout-shift' })
}

/** Runs in the page: what moved since the count began, where it is more than half of what the web counts as steady (0.1). */
function shiftsSoFar() {
  const { shifted } = /** @type {{ shifted?: { sum: number, what: string[] } }} */ (globalThis)
  return shifted === undefined || shifted.sum < 0.05 ? [] : [`the layout moved by ${shifted.sum.toFixed(3)}: ${shifted.what.slice(0, 3).join(', ')}`]
}

/** Begins to count what moves by itself on the page. */
export async function watchShifts(/** @type {Page} */ page) {
  await page.evaluate(countShifts)
}

/**
 * What is wrong with the screen as it stands: texts cut, sideways scrolling, focus that cannot be seen, and what moved
 * since `watchShifts`. Empty when all is well.
 * @param {Page} page @returns {Promise<string[]>}
 */
export async function screenFaults(page) {
  return [...(await page.evaluate(cutTexts)), ...(await page.evaluate(sidewaysParts)), ...(await page.evaluate(unseenFocus)), ...(await page.evaluate(shiftsSoFar))]
}
