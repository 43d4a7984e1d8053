/** The palette of `look.md`, one set of names for both modes; the only place where a colour is written. */
export interface ColourTokens {
  readonly app: string
  readonly surface: string
  readonly subtle: string
  readonly hover: string
  readonly selected: string
  readonly divider: string
  readonly border: string
  readonly text: string
  readonly textSecondary: string
  readonly textTertiary: string
  readonly primary: string
  readonly onPrimary: string
  readonly success: string
  readonly successTint: string
  readonly warning: string
  readonly warningTint: string
  readonly error: string
  readonly errorTint: string
  readonly noteGround: string
  readonly noteEdge: string
  readonly chartFirst: string
  readonly chartSecond: string
  readonly mark: string
  /** Toasts stand out by the opposite ground. */
  readonly toast: string
  readonly onToast: string
  /** A ring that lifts what floats off a dark ground; none in light. */
  readonly ring: string
  readonly shadow: string
  readonly scrim: string
  readonly skeleton: string
}

export const lightTokens: ColourTokens = {
  app: '#ECEFF1',
  surface: '#FFFFFF',
  subtle: '#F6F8F9',
  hover: '#F0F4F5',
  selected: '#DFEFF2',
  divider: '#DFE5E8',
  border: '#7D8A93',
  text: '#161D22',
  textSecondary: '#4C5963',
  textTertiary: '#5F6C76',
  primary: '#0B5F72',
  onPrimary: '#FFFFFF',
  success: '#1B6B3A',
  successTint: '#E5F3EA',
  warning: '#855000',
  warningTint: '#FCF1D9',
  error: '#B02318',
  errorTint: '#FCEBE9',
  noteGround: '#FFF8E3',
  noteEdge: '#B07F1E',
  chartFirst: '#0B5F72',
  chartSecond: '#B0740C',
  mark: '#FFE9A8',
  toast: '#161D22',
  onToast: '#FFFFFF',
  ring: 'transparent',
  shadow: '22, 29, 34',
  scrim: 'rgba(15, 23, 28, 0.5)',
  skeleton: '#DFE5E8',
}

export const darkTokens: ColourTokens = {
  app: '#0F1417',
  surface: '#171D21',
  subtle: '#1C2328',
  hover: '#222A30',
  selected: '#16363F',
  divider: '#2B343A',
  border: '#73818B',
  text: '#E7ECEF',
  textSecondary: '#AEB9C1',
  textTertiary: '#97A4AD',
  primary: '#74CADC',
  onPrimary: '#04252D',
  success: '#74CF95',
  successTint: '#15301F',
  warning: '#EDB75F',
  warningTint: '#2C2415',
  error: '#FF9C92',
  errorTint: '#3A1B19',
  noteGround: '#2A2313',
  noteEdge: '#8A6A22',
  chartFirst: '#74CADC',
  chartSecond: '#EDB75F',
  mark: '#5B4A12',
  toast: '#E7ECEF',
  onToast: '#161D22',
  ring: '#2B343A',
  shadow: '0, 0, 0',
  scrim: 'rgba(5, 8, 10, 0.62)',
  skeleton: '#2B343A',
}

/** Heights in pixels, as the pictures have them. */
export const heights = {
  row: 36,
  compactRow: 32,
  twoLineRow: 48,
  head: 30,
  control: 32,
  toolbarControl: 28,
  paneHead: 40,
  tabStrip: 40,
  subTabs: 36,
  statusBar: 24,
} as const

/** Corner radii in pixels. */
export const radii = { chip: 4, control: 6, popover: 8, dialog: 10 } as const

/** Duration and curve of what moves: popover, row and panel; nothing on a change of page. */
export const motion = '120ms ease-out'
