import TableRowsOutlined from '@mui/icons-material/TableRowsOutlined'
import Box from '@mui/material/Box'
import { useTheme } from '@mui/material/styles'
import { useId, useState, type ReactNode } from 'react'
import { PaneHead } from '../../ui/PaneHead'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { shortDayWords } from '../../words/time-words'
import type { Home } from './api'

type Weeks = Home['claimsByWeek']

const size = { width: 360, height: 130, left: 30, bottom: 20, top: 8 } as const

/** A round step so that at most four lines carry the axis. */
function axisStep(most: number): number {
  const rough = Math.max(1, most / 3)
  const power = 10 ** Math.floor(Math.log10(rough))
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power
}

/** Claims and corrections by week: solid and hatched, so that greyscale tells them apart; the table stands behind. */
export function WeekChart({ weeks }: { readonly weeks: Weeks }): ReactNode {
  const [table, setTable] = useState(false)
  return (
    <Box component="section" aria-label="Claims by week" sx={{ borderBottom: '1px solid', borderColor: 'divider' }}>
      <PaneHead title="Claims by week">
        <ToolbarButton look="act" icon={TableRowsOutlined} onClick={() => setTable(!table)} pressed={table}>
          {table ? 'Hide table' : 'Show table'}
        </ToolbarButton>
      </PaneHead>
      <Box sx={{ px: '16px', py: '12px' }}>
        <Bars weeks={weeks} />
        {table ? <WeekTable weeks={weeks} /> : null}
      </Box>
    </Box>
  )
}

function Bars({ weeks }: { readonly weeks: Weeks }): ReactNode {
  const { desk } = useTheme().palette
  const hatch = `hatch${useId()}`
  const most = Math.max(1, ...weeks.map((week) => Math.max(week.claims, week.corrections)))
  const step = axisStep(most)
  const top = Math.ceil(most / step) * step
  const plot = size.height - size.bottom - size.top
  const y = (value: number): number => size.top + plot - (value / top) * plot
  const slot = (size.width - size.left) / Math.max(1, weeks.length)
  const bar = Math.min(18, slot * 0.3)
  const summary = weeks.map((week) => `week of ${shortDayWords(week.weekOf)}: ${String(week.claims)} claims, ${String(week.corrections)} corrections`).join('; ')
  return (
    <svg viewBox={`0 0 ${String(size.width)} ${String(size.height + 20)}`} role="img" aria-label={`Claims and corrections by week. ${summary}`} style={{ width: '100%', maxWidth: 520, height: 'auto', display: 'block', fontFamily: 'inherit' }}>
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill={desk.surface} />
          <rect width="2.5" height="5" fill={desk.chartSecond} />
        </pattern>
      </defs>
      <g fontSize="11" fill={desk.textSecondary}>
        <rect x={size.left} y="0" width="11" height="10" rx="2" fill={desk.chartFirst} />
        <text x={size.left + 17} y="9">
          claims
        </text>
        <rect x={size.left + 64} y="0" width="11" height="10" rx="2" fill={`url(#${hatch})`} stroke={desk.chartSecond} />
        <text x={size.left + 81} y="9">
          corrections
        </text>
      </g>
      <g transform="translate(0 20)">
        {Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step).map((value) => (
          <g key={value}>
            <line x1={size.left} x2={size.width} y1={y(value)} y2={y(value)} stroke={desk.divider} />
            <text x={size.left - 8} y={y(value) + 4} textAnchor="end" fontSize="11" fill={desk.textSecondary}>
              {value}
            </text>
          </g>
        ))}
        {weeks.map((week, index) => {
          const middle = size.left + slot * (index + 0.5)
          return (
            <g key={week.weekOf}>
              <rect x={middle - bar - 1} y={y(week.claims)} width={bar} height={Math.max(0, y(0) - y(week.claims))} rx="2" fill={desk.chartFirst} />
              <rect x={middle + 1} y={y(week.corrections)} width={bar} height={Math.max(0, y(0) - y(week.corrections))} rx="2" fill={`url(#${hatch})`} stroke={week.corrections === 0 ? 'none' : desk.chartSecond} />
              <text x={middle} y={size.height - 5} textAnchor="middle" fontSize="11" fill={desk.textSecondary}>
                {shortDayWords(week.weekOf)}
              </text>
            </g>
          )
        })}
      </g>
    </svg>
  )
}

function WeekTable({ weeks }: { readonly weeks: Weeks }): ReactNode {
  const cell = { fontWeight: 400, textAlign: 'right', py: '5px', px: '4px', borderBottom: '1px solid', borderColor: 'divider' } as const
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label="Claims by week, table">
      <Box component="table" className="figures" sx={{ width: '100%', borderCollapse: 'collapse', fontSize: 12, lineHeight: '16px', mt: '8px' }}>
        <thead>
          <tr>
            <Box component="th" scope="col" sx={{ ...cell, textAlign: 'left', color: 'text.secondary' }}>
              Week of
            </Box>
            {weeks.map((week) => (
              <Box component="th" scope="col" key={week.weekOf} sx={{ ...cell, color: 'text.secondary', whiteSpace: 'nowrap' }}>
                {shortDayWords(week.weekOf)}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['claims', 'corrections'] as const).map((series) => (
            <tr key={series}>
              <Box component="th" scope="row" sx={{ ...cell, textAlign: 'left' }}>
                {series === 'claims' ? 'Claims' : 'Corrections'}
              </Box>
              {weeks.map((week) => (
                <Box component="td" key={week.weekOf} sx={cell}>
                  {week[series]}
                </Box>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}
