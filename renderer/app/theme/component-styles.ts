import type { ThemeOptions } from '@mui/material/styles'
import { globalStyles } from './global-styles'
import { heights, motion, radii, type ColourTokens } from './tokens'

/** Two pixels of primary after a gap of two: visible by keyboard on everything. */
function focusRing(tokens: ColourTokens) {
  return { outline: `2px solid ${tokens.primary}`, outlineOffset: 2 }
}

/** Id of the landmark that menus and popovers are drawn in: all content stands in a landmark. */
export const floatingId = 'floating'

/** Where a menu is drawn: in the dialog in front, which covers the landmark and hides it from screen readers, else in the landmark. */
function floatingPlace(): HTMLElement {
  const dialogs = [...document.querySelectorAll<HTMLElement>('[role="dialog"]')].filter((dialog) => dialog.getClientRects().length > 0)
  return dialogs.at(-1) ?? document.getElementById(floatingId) ?? document.body
}

const instant = { timeout: 0 } as const

/** How MUI's components look here: flat, square, small, without ripple or capitals. */
export function componentStyles(tokens: ColourTokens): NonNullable<ThemeOptions['components']> {
  const ring = focusRing(tokens)
  const popover = {
    borderRadius: radii.popover,
    boxShadow: `0 8px 24px rgba(${tokens.shadow}, 0.16), 0 0 0 1px ${tokens.ring}`,
    backgroundImage: 'none',
  }
  return {
    MuiCssBaseline: { styleOverrides: globalStyles(tokens) },
    MuiButtonBase: { defaultProps: { disableRipple: true, disableTouchRipple: true }, styleOverrides: { root: { '&.Mui-focusVisible': ring } } },
    MuiButton: {
      defaultProps: { disableElevation: true, size: 'small', color: 'inherit' },
      styleOverrides: {
        root: {
          minWidth: 0,
          minHeight: heights.control,
          padding: '5px 12px',
          borderRadius: radii.control,
          fontSize: 13,
          lineHeight: '20px',
          whiteSpace: 'nowrap',
          transition: `background-color ${motion}`,
          '&.Mui-disabled': { color: tokens.textTertiary, borderColor: tokens.divider },
        },
        contained: {
          backgroundColor: tokens.primary,
          color: tokens.onPrimary,
          fontWeight: 600,
          '&:hover': { backgroundColor: `color-mix(in srgb, ${tokens.primary} 88%, ${tokens.text})` },
          '&.Mui-disabled': { backgroundColor: tokens.divider, color: tokens.textTertiary },
        },
        outlined: { borderColor: tokens.border, color: tokens.text, padding: '5px 12px', backgroundColor: tokens.surface, '&:hover': { backgroundColor: tokens.hover, borderColor: tokens.border } },
        text: { color: tokens.primary, padding: '5px 8px', '&:hover': { backgroundColor: tokens.hover } },
        startIcon: { marginLeft: -2, marginRight: 6, '& > *:nth-of-type(1)': { fontSize: 18 } },
        endIcon: { marginRight: -2, marginLeft: 6, '& > *:nth-of-type(1)': { fontSize: 18 } },
      },
    },
    MuiIconButton: {
      defaultProps: { size: 'small' },
      styleOverrides: {
        root: { width: heights.toolbarControl, height: heights.toolbarControl, padding: 0, borderRadius: radii.control, color: tokens.textSecondary, '&:hover': { backgroundColor: tokens.hover }, '& .MuiSvgIcon-root': { fontSize: 18 } },
      },
    },
    MuiSvgIcon: { defaultProps: { fontSize: 'inherit' }, styleOverrides: { root: { fontSize: 16, flexShrink: 0 } } },
    MuiChip: {
      defaultProps: { size: 'small' },
      styleOverrides: { root: { height: 20, borderRadius: radii.chip, fontSize: 12, lineHeight: '16px' }, label: { paddingLeft: 6, paddingRight: 6 } },
    },
    MuiOutlinedInput: {
      defaultProps: { size: 'small', notched: false },
      styleOverrides: {
        root: {
          minHeight: heights.control,
          borderRadius: radii.control,
          fontSize: 13,
          lineHeight: '20px',
          backgroundColor: tokens.surface,
          '& .MuiOutlinedInput-notchedOutline': { borderColor: tokens.border, top: 0, '& legend': { display: 'none' } },
          '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: tokens.textSecondary },
          '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: tokens.primary, borderWidth: 2 },
          '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: tokens.error },
          '&.Mui-disabled .MuiOutlinedInput-notchedOutline': { borderColor: tokens.divider },
          '&.MuiInputBase-multiline': { padding: '6px 10px' },
        },
        input: { height: 20, padding: '6px 10px', '&::placeholder': { color: tokens.textTertiary, opacity: 1 }, '.MuiInputBase-multiline &': { padding: 0 } },
      },
    },
    MuiSelect: {
      defaultProps: { size: 'small', variant: 'outlined' },
      styleOverrides: { select: { minHeight: 20, display: 'flex', alignItems: 'center' }, icon: { color: tokens.textSecondary, fontSize: 18, right: 8 } },
    },
    MuiCheckbox: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 4, color: tokens.border, '& .MuiSvgIcon-root': { fontSize: 18 }, '&.Mui-checked': { color: tokens.primary } } } },
    MuiRadio: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 4, color: tokens.border, '& .MuiSvgIcon-root': { fontSize: 18 }, '&.Mui-checked': { color: tokens.primary } } } },
    MuiSwitch: { defaultProps: { size: 'small' } },
    MuiFormControlLabel: { styleOverrides: { root: { marginLeft: -4, marginRight: 0 }, label: { fontSize: 13, lineHeight: '20px' } } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiPopover: { defaultProps: { transitionDuration: 120, container: floatingPlace }, styleOverrides: { paper: popover } },
    MuiMenu: { defaultProps: { transitionDuration: 120, container: floatingPlace }, styleOverrides: { paper: popover, list: { padding: 4 } } },
    MuiMenuItem: {
      styleOverrides: {
        root: { minHeight: heights.control, padding: '6px 8px', borderRadius: radii.chip, fontSize: 13, lineHeight: '20px', gap: 8, '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: tokens.selected }, '&.Mui-focusVisible': { backgroundColor: tokens.hover, outlineOffset: -2 } },
      },
    },
    MuiTooltip: {
      defaultProps: { enterDelay: 500, enterNextDelay: 200, slotProps: { transition: instant } },
      styleOverrides: { tooltip: { backgroundColor: tokens.toast, color: tokens.onToast, fontSize: 12, lineHeight: '16px', fontWeight: 400, padding: '4px 8px', borderRadius: radii.chip, maxWidth: 360 } },
    },
    MuiDialog: {
      defaultProps: { transitionDuration: 120 },
      styleOverrides: { paper: { borderRadius: radii.dialog, boxShadow: `0 24px 64px rgba(${tokens.shadow}, 0.28), 0 0 0 1px ${tokens.ring}`, backgroundImage: 'none', margin: 24, maxHeight: 'calc(100% - 48px)' } },
    },
    MuiBackdrop: { styleOverrides: { root: { backgroundColor: tokens.scrim, '&.MuiBackdrop-invisible': { backgroundColor: 'transparent' } } } },
    // A scrollbar of its own is hidden by style: measured and covered afterwards, it would move the page below.
    MuiTabs: { defaultProps: { visibleScrollbar: true }, styleOverrides: { root: { minHeight: heights.subTabs }, scroller: { scrollbarWidth: 'none', '&::-webkit-scrollbar': { display: 'none' } }, indicator: { height: 2, backgroundColor: tokens.primary, transition: 'none' } } },
    MuiTab: {
      styleOverrides: {
        root: { minHeight: heights.subTabs, minWidth: 0, padding: '8px', marginRight: 4, fontSize: 13, lineHeight: '20px', fontWeight: 500, textTransform: 'none', color: tokens.textSecondary, '&.Mui-selected': { color: tokens.text, fontWeight: 600 }, '&.Mui-focusVisible': { outlineOffset: -2, borderRadius: radii.chip } },
      },
    },
    MuiTableCell: { styleOverrides: { root: { padding: '0 8px', height: heights.row, fontSize: 13, lineHeight: '20px', borderColor: tokens.divider, '&:first-of-type': { paddingLeft: 16 }, '&:last-of-type': { paddingRight: 16 } }, head: { height: heights.head, fontSize: 12, fontWeight: 500, color: tokens.textSecondary, backgroundColor: tokens.subtle } } },
    MuiSkeleton: { defaultProps: { variant: 'rounded', animation: false }, styleOverrides: { root: { backgroundColor: tokens.skeleton, borderRadius: radii.chip } } },
    MuiLinearProgress: { styleOverrides: { root: { height: 4, borderRadius: 2, backgroundColor: tokens.divider }, bar: { borderRadius: 2, transition: 'transform 120ms linear' } } },
    MuiLink: { defaultProps: { underline: 'hover' }, styleOverrides: { root: { color: tokens.primary, fontWeight: 500, borderRadius: 2, '&:focus-visible': ring } } },
    MuiDivider: { styleOverrides: { root: { borderColor: tokens.divider } } },
    MuiTypography: { defaultProps: { variant: 'body2', variantMapping: { recordName: 'h1', finding: 'h2', paneTitle: 'h2', meta: 'span', count: 'span', body2: 'p' } } },
  }
}
