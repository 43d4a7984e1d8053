import type { Pace } from '../ports/pace'

/** The machine's monotonic clock and event loop. */
export const machinePace: Pace = {
  milliseconds: () => performance.now(),
  giveWay: () => new Promise((resolve) => setImmediate(resolve)),
}
