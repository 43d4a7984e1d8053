const ink = '#14171b'
const shape = /^#[0-9a-f]{6}$/

function channel(text: string): number {
  const value = Number.parseInt(text, 16) / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

/** The accent as it is printed: itself where it stands 4.5:1 against white paper, else ink. */
export function readableAccent(accent: string): string {
  const colour = accent.toLowerCase()
  if (!shape.test(colour)) return ink
  const luminance = 0.2126 * channel(colour.slice(1, 3)) + 0.7152 * channel(colour.slice(3, 5)) + 0.0722 * channel(colour.slice(5, 7))
  return 1.05 / (luminance + 0.05) >= 4.5 ? colour : ink
}
