import type { ResetStyle } from '../ports/reset-secrets'

/** How long a reset's secret is good after hand-over, in minutes (house: a link one hour, a password that must be typed and changed one day; T19). */
export const resetLifetimeMinutes = { one_time_link: 60, temporary_password: 1440 } as const satisfies Record<ResetStyle, number>

/** The lifetime in words of the mail. */
export const resetLifetimeWords = { one_time_link: 'one hour', temporary_password: 'one day' } as const satisfies Record<ResetStyle, string>
