import { expect, type Page } from '@playwright/test'
import type { DeskApp } from './desk-app'

/** Makes the window's content that large, and waits until the page has it. */
export async function resizeTo(desk: DeskApp, width: number, height: number): Promise<void> {
  await desk.app.evaluate(({ BrowserWindow }, [wide, high]) => BrowserWindow.getAllWindows()[0]?.setContentSize(wide, high), [width, height] as const)
  await expect.poll(() => desk.page.evaluate(() => [window.innerWidth, window.innerHeight])).toEqual([width, height])
}

/** Zooms the page as its user would, and waits until the page has it. */
export async function zoomTo(desk: DeskApp, factor: number): Promise<void> {
  const whole = await desk.page.evaluate(() => window.innerWidth * window.devicePixelRatio)
  await desk.app.evaluate(({ BrowserWindow }, zoom) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom), factor)
  await expect.poll(() => desk.page.evaluate(() => window.devicePixelRatio)).toBe(factor)
  expect(await desk.page.evaluate(() => window.innerWidth * window.devicePixelRatio)).toBe(whole)
}

/** Controls that stand outside the window and in nothing that scrolls: nobody can reach them with a pointer. */
export function outOfReach(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element): boolean => {
      for (let at = element.parentElement; at !== null; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at)
        const horizontally = /auto|scroll/.test(overflowX) && at.scrollWidth > at.clientWidth
        const vertically = /auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight
        if (horizontally || vertically) return true
      }
      return false
    }
    return [...document.querySelectorAll<HTMLElement>('button, input, textarea, [role="tab"], [role="combobox"], [role="radio"], [role="row"][tabindex]')]
      .filter((element) => element.checkVisibility({ checkVisibilityCSS: true }) && element.closest('[aria-hidden="true"]') === null && !element.classList.contains('visually-hidden'))
      .filter((element) => {
        const box = element.getBoundingClientRect()
        if (box.width <= 1 || box.height <= 1) return false
        const outside = box.right > window.innerWidth + 1 || box.left < -1 || box.bottom > window.innerHeight + 1 || box.top < -1
        return outside && !scrolls(element)
      })
      .map((element) => `${element.tagName} ${element.getAttribute('aria-label') ?? element.innerText.slice(0, 40)}`)
  })
}

/** How far the page itself is wider or higher than the window: never. */
export function pageOverflow(page: Page): Promise<readonly number[]> {
  return page.evaluate(() =>
    [document.documentElement, document.body, document.getElementById('root')].map((element) => (element === null ? 0 : Math.max(0, element.scrollWidth - window.innerWidth, element.scrollHeight - window.innerHeight))),
  )
}
