import type { ColourTokens } from './tokens'

declare module '@mui/material/styles' {
  interface Palette {
    desk: ColourTokens
  }
  interface PaletteOptions {
    desk: ColourTokens
  }
  interface TypeText {
    tertiary: string
  }
  interface TypographyVariants {
    recordName: React.CSSProperties
    finding: React.CSSProperties
    paneTitle: React.CSSProperties
    meta: React.CSSProperties
    count: React.CSSProperties
  }
  interface TypographyVariantsOptions {
    recordName?: React.CSSProperties
    finding?: React.CSSProperties
    paneTitle?: React.CSSProperties
    meta?: React.CSSProperties
    count?: React.CSSProperties
  }
}

declare module '@mui/material/Typography' {
  interface TypographyPropsVariantOverrides {
    recordName: true
    finding: true
    paneTitle: true
    meta: true
    count: true
    h1: false
    h2: false
    h3: false
    h4: false
    h5: false
    h6: false
    subtitle1: false
    subtitle2: false
    overline: false
    caption: false
  }
}
