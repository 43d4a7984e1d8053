import type { Page } from '@playwright/test'

/** What a walk along the Tab key came upon. */
export interface FocusWalk {
  readonly stops: number
  /** Stops whose focus nobody can see. */
  readonly unseen: readonly string[]
  /** Controls that no stop of the walk was at. */
  readonly missed: readonly string[]
}

/** Walks once round the window by Tab. Of a group that the arrows move in, one member is a stop; the rest do not count. */
export async function walkByTab(page: Page): Promise<FocusWalk> {
  await page.evaluate(() => {
    const active = document.activeElement
    if (active instanceof HTMLElement) active.blur()
    for (const element of document.querySelectorAll('[data-walked]')) element.removeAttribute('data-walked')
  })
  const unseen: string[] = []
  let stops = 0
  for (let steps = 0; steps < 400; steps += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return { state: 'outside', name: '' } as const
      const name = `${element.tagName} ${element.getAttribute('role') ?? ''} ${element.getAttribute('aria-label') ?? (element instanceof HTMLElement ? element.innerText.slice(0, 40) : '')} ${element.id}`
      if (element.hasAttribute('data-walked')) return { state: 'again', name } as const
      element.setAttribute('data-walked', '')
      const ringed = (candidate: Element | null): boolean => {
        if (candidate === null) return false
        const { outlineStyle, outlineWidth } = getComputedStyle(candidate)
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      }
      const field = element.closest('.MuiInputBase-root')
      const edge = field?.querySelector('fieldset') ?? null
      const thick = edge !== null && Number.parseFloat(getComputedStyle(edge).borderTopWidth) >= 2
      const own = Number.parseFloat(getComputedStyle(element).borderTopWidth) >= 2
      const seen = ringed(element) || ringed(element.parentElement) || ringed(element.closest('.Mui-focusVisible')) || thick || own
      return { state: seen ? 'seen' : 'unseen', name } as const
    })
    if (stop.state === 'again') break
    if (stop.state === 'outside') continue
    stops += 1
    if (stop.state === 'unseen') unseen.push(stop.name)
  }
  const missed = await page.evaluate(() => {
    const groups = '[role="tablist"], [role="radiogroup"], [role="grid"], [role="treegrid"], [role="menu"], [role="listbox"]'
    return [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href], [tabindex="0"]')]
      .filter((element) => element.checkVisibility({ checkVisibilityCSS: true }) && element.closest('[aria-hidden="true"], [inert]') === null)
      .filter((element) => !element.matches(':disabled') && element.tabIndex >= 0 && !element.hasAttribute('data-walked'))
      .filter((element) => element.closest(groups)?.querySelector('[data-walked]') == null)
      .map((element) => `${element.tagName} ${element.getAttribute('aria-label') ?? element.innerText.slice(0, 40)}`)
  })
  return { stops, unseen, missed }
}
