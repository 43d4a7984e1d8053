import type { CSSObject } from '@emotion/react'
import type { ColourTokens } from './tokens'

/** What holds for the whole window: ground, type, the focus ring, scrollbars, identifiers, reduced motion. */
export function globalStyles(tokens: ColourTokens): CSSObject {
  return {
    ':root': { colorScheme: tokens.ring === 'transparent' ? 'light' : 'dark' },
    'html, body, #root': { height: '100%' },
    html: { backgroundColor: tokens.app },
    body: {
      margin: 0,
      overflow: 'hidden',
      backgroundColor: tokens.app,
      color: tokens.text,
      fontSize: 13,
      lineHeight: '20px',
      WebkitFontSmoothing: 'antialiased',
      // Letters stand where the font wants them, not on whole pixels: small text keeps its rhythm on every system.
      textRendering: 'geometricPrecision',
      userSelect: 'text',
    },
    'button, input, textarea, select': { textRendering: 'inherit' },
    '*:focus': { outline: 'none' },
    ':focus-visible': { outline: `2px solid ${tokens.primary}`, outlineOffset: 2 },
    'input:focus-visible, textarea:focus-visible, .MuiSelect-select:focus-visible': { outline: 'none' },
    '[tabindex="-1"]:focus-visible:not([role])': { outline: 'none' },
    '[role="tabpanel"]:focus-visible': { outline: 'none' },
    '::selection': { backgroundColor: tokens.selected, color: tokens.text },
    mark: { backgroundColor: tokens.mark, color: tokens.text, borderRadius: 2 },
    '.identifier': { fontVariantNumeric: 'tabular-nums slashed-zero', fontFeatureSettings: '"tnum", "zero"', whiteSpace: 'nowrap' },
    '.figures': { fontVariantNumeric: 'tabular-nums', fontFeatureSettings: '"tnum"' },
    '.visually-hidden': { position: 'absolute', width: 1, height: 1, margin: -1, padding: 0, overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap', border: 0 },
    '*::-webkit-scrollbar': { width: 12, height: 12 },
    '*::-webkit-scrollbar-thumb': { backgroundColor: tokens.border, border: `4px solid transparent`, backgroundClip: 'content-box', borderRadius: 6 },
    '*::-webkit-scrollbar-track': { backgroundColor: 'transparent' },
    '@media (prefers-reduced-motion: reduce)': { '*, *::before, *::after': { animationDuration: '0s !important', transitionDuration: '0s !important' } },
  }
}
