/** Where work on a page begins: its first table's row, else its sub-tab, else its first control; undefined while it loads. */
export function firstStopOf(page: HTMLElement): HTMLElement | undefined {
  const row = page.querySelector<HTMLElement>('[data-line][tabindex="0"]')
  if (row !== null) return row
  if (page.querySelector('[aria-busy="true"]') !== null) return undefined
  return page.querySelector<HTMLElement>('[role="tab"][aria-selected="true"], button:not([tabindex="-1"], :disabled), [role="combobox"], input:not([tabindex="-1"]), a[href]') ?? undefined
}

/**
 * Takes the focus to where work begins on a page just brought to the front, once it is there; gives up as soon as the
 * person has gone anywhere else. Answers the way to stop waiting.
 */
export function focusFirstStop(page: HTMLElement): () => void {
  const take = (): boolean => {
    const stop = firstStopOf(page)
    stop?.focus({ preventScroll: true })
    return stop !== undefined
  }
  if (take()) return () => undefined
  page.focus({ preventScroll: true })
  const observer = new MutationObserver(() => {
    if (document.activeElement !== page || take()) observer.disconnect()
  })
  observer.observe(page, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-busy', 'tabindex'] })
  return () => observer.disconnect()
}
