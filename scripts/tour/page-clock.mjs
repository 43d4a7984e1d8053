/** @typedef {import('@playwright/test').Locator} Locator */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ tourClock?: { keyAt: number, painted: WeakMap<object, number> } }} ClockHolder what the page's global object carries */

/**
 * Runs in the page: notes when a key was last pressed, and for each part of the page when its last change was painted.
 * The task after an animation frame runs when that frame is on the screen.
 */
function install() {
  const holder = /** @type {ClockHolder} */ (globalThis)
  if (holder.tourClock !== undefined) return
  /** @type {WeakMap<object, number>} */
  const painted = new WeakMap()
  const clock = { keyAt: 0, painted }
  holder.tourClock = clock
  globalThis.addEventListener('keydown', (event) => (clock.keyAt = event.timeStamp), true)
  const observer = new globalThis.MutationObserver((records) => {
    const touched = new Set()
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes') touched.add(target)
      else if (type === 'characterData') touched.add(target.parentElement)
      for (const node of addedNodes) touched.add(node.nodeType === 1 ? node : target)
    }
    globalThis.requestAnimationFrame(() =>
      setTimeout(() => {
        const at = performance.now()
        for (const node of touched) if (node !== null) painted.set(node, at)
      }, 0),
    )
  })
  observer.observe(globalThis.document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['style', 'hidden', 'data-drawn', 'aria-checked', 'aria-selected'] })
}

/** Runs in the page: milliseconds from the last key to the paint of the element's last change. */
function sinceKey(/** @type {Element} */ element) {
  const { keyAt, painted } = /** @type {ClockHolder} */ (globalThis).tourClock ?? { keyAt: 0, painted: new WeakMap() }
  return new Promise((settle) => {
    // What was just added is stamped after its frame.
    globalThis.requestAnimationFrame(() =>
      setTimeout(() => {
        let at = 0
        for (let node = /** @type {Element | null} */ (element); node !== null && node !== globalThis.document.body; node = node.parentElement) at = Math.max(at, painted.get(node) ?? 0)
        settle((at > keyAt ? at : performance.now()) - keyAt)
      }, 0),
    )
  })
}

/** Runs in the page: milliseconds from its birth to the paint of its largest text. */
function sinceBirth() {
  return new Promise((settle) => {
    new globalThis.PerformanceObserver((list, observer) => {
      observer.disconnect()
      settle(Math.max(...list.getEntries().map((entry) => entry.startTime)))
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    setTimeout(() => settle(performance.now()), 2000)
  })
}

const whole = (/** @type {number} */ milliseconds) => Math.round(milliseconds)

/** Puts the clock into the page; once for each document. */
export async function startPageClock(/** @type {Page} */ page) {
  await page.evaluate(install)
}

/**
 * Milliseconds, by the page's own clock, from the last key pressed to the paint of the last of these answers.
 * @param {readonly Locator[]} answers each on the screen already
 */
export async function paintedAfterKey(answers) {
  const times = await Promise.all(answers.map((answer) => answer.first().evaluate(sinceKey)))
  return whole(Math.max(0, ...times))
}

/** Milliseconds from the page's birth to the paint of its largest text. */
export async function paintedAfterBirth(/** @type {Page} */ page) {
  return whole(await page.evaluate(sinceBirth))
}
