import { createTheme, type Theme } from '@mui/material/styles'
import { componentStyles } from './component-styles'
import type {} from './palette-types'
import { darkTokens, lightTokens, radii } from './tokens'

// Inter has no Han letters: the system's, else the ones that the desk prints with.
const family = "Inter, 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Hiragino Sans', 'Desk Han', system-ui, sans-serif"

/** The desk's own MUI theme in one of its two modes, after the tokens of `look.md`. */
export function createDeskTheme(mode: 'light' | 'dark'): Theme {
  const tokens = mode === 'dark' ? darkTokens : lightTokens
  return createTheme({
    palette: {
      mode,
      desk: tokens,
      background: { default: tokens.app, paper: tokens.surface },
      text: { primary: tokens.text, secondary: tokens.textSecondary, tertiary: tokens.textTertiary, disabled: tokens.textTertiary },
      divider: tokens.divider,
      primary: { main: tokens.primary, contrastText: tokens.onPrimary, light: tokens.primary, dark: tokens.primary },
      success: { main: tokens.success, light: tokens.successTint, dark: tokens.success, contrastText: tokens.surface },
      warning: { main: tokens.warning, light: tokens.warningTint, dark: tokens.warning, contrastText: tokens.surface },
      error: { main: tokens.error, light: tokens.errorTint, dark: tokens.error, contrastText: tokens.surface },
      action: { hover: tokens.hover, selected: tokens.selected, active: tokens.textSecondary },
    },
    spacing: 4,
    shape: { borderRadius: radii.control },
    // Windows of the look: what changes at 1100, 1280 and 1920.
    breakpoints: { values: { xs: 0, sm: 900, md: 1100, lg: 1280, xl: 1920 } },
    typography: {
      fontFamily: family,
      htmlFontSize: 16,
      fontSize: 13,
      fontWeightLight: 400,
      fontWeightRegular: 400,
      fontWeightMedium: 500,
      fontWeightBold: 600,
      recordName: { fontFamily: family, fontSize: 20, lineHeight: '28px', letterSpacing: '-0.014em', fontWeight: 600 },
      finding: { fontFamily: family, fontSize: 16, lineHeight: '24px', fontWeight: 600 },
      paneTitle: { fontFamily: family, fontSize: 14, lineHeight: '20px', fontWeight: 600 },
      meta: { fontFamily: family, fontSize: 12, lineHeight: '16px', fontWeight: 400 },
      count: { fontFamily: family, fontSize: 11, lineHeight: '16px', fontWeight: 500 },
      body1: { fontSize: 13, lineHeight: '20px', letterSpacing: 0 },
      body2: { fontSize: 13, lineHeight: '20px', letterSpacing: 0 },
      button: { fontSize: 13, lineHeight: '20px', fontWeight: 500, letterSpacing: 0, textTransform: 'none' },
    },
    components: componentStyles(tokens),
  })
}
