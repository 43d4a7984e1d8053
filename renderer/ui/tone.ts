/** What a colour says: green is done, amber needs somebody, red is late, refused or failed, petrol is an act. Never said by colour alone. */
export type Tone = 'neutral' | 'primary' | 'success' | 'warning' | 'error'

const colours = { neutral: 'text.secondary', primary: 'primary.main', success: 'success.main', warning: 'warning.main', error: 'error.main' } as const satisfies Record<Tone, string>
const tints = { neutral: 'desk.subtle', primary: 'desk.selected', success: 'desk.successTint', warning: 'desk.warningTint', error: 'desk.errorTint' } as const satisfies Record<Tone, string>

/** The theme's colour of a tone, as a palette path for `sx`. */
export function toneColour(tone: Tone): string {
  return colours[tone]
}

/** The theme's ground of a tone, as a palette path for `sx`. */
export function toneTint(tone: Tone): string {
  return tints[tone]
}
