/** The history entries of this window's acts, newest last: what Ctrl+Z takes back. Lost with the window; the history keeps the same Undo. */
let acts: readonly string[] = []
const longest = 50

/** Remembers an act that can be taken back. */
export function rememberAct(entryId: string): void {
  acts = [...acts.filter((known) => known !== entryId), entryId].slice(-longest)
}

/** The last act, or nothing. */
export function lastAct(): string | undefined {
  return acts.at(-1)
}

/** Drops an act that was taken back, or that can't be. */
export function forgetAct(entryId: string): void {
  acts = acts.filter((known) => known !== entryId)
}
