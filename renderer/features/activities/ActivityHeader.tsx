import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { CopyButton } from '../../ui/CopyButton'
import { formatWords } from './activity-words'
import type { Activity } from './api'

/** Which activity this is: stays in sight whatever is scrolled below. */
export function ActivityHeader({ activity, chip }: { readonly activity: Activity; readonly chip: ReactNode }): ReactNode {
  const valueOf = (name: string): string => activity.fields.find((field) => field.field === name)?.value ?? ''
  const minutes = valueOf('minutes')
  const accreditor = valueOf('accreditor')
  return (
    <Box component="header" aria-label="Activity" sx={{ flexShrink: 0, px: '16px', pt: '10px', pb: '8px', borderBottom: '1px solid', borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '8px', minHeight: 32 }}>
        <Typography variant="recordName" component="h1" noWrap title={activity.title} sx={{ m: 0, minWidth: 0 }}>
          {activity.title}
        </Typography>
        {chip}
      </Box>
      <Box component="dl" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: '20px', rowGap: '2px', alignItems: 'center', minHeight: 24 }}>
        <Fact term="Activity">
          <span className="identifier">{activity.externalId}</span>
          <CopyButton value={activity.externalId} what="Activity number" />
        </Fact>
        <Fact term="Portal">{activity.portalName}</Fact>
        {accreditor === '' ? null : <Fact term="Accreditor">{accreditor}</Fact>}
        <Fact term="Format">{[formatWords(valueOf('format'), valueOf('delivery')), minutes === '' ? '' : `${minutes} min`].filter((part) => part !== '').join(', ')}</Fact>
        <Fact term="Enrolments">
          <span className="figures">{activity.enrolments.toLocaleString('en-US')}</span>
        </Fact>
        <Fact term="Claims">
          <span className="figures">{activity.claims.toLocaleString('en-US')}</span>
        </Fact>
      </Box>
    </Box>
  )
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactNode {
  return (
    <Box sx={{ display: 'inline-flex', alignItems: 'center', gap: '6px', minWidth: 0 }}>
      <Box component="dt" sx={{ color: 'text.tertiary', fontSize: 12 }}>
        {term}
      </Box>
      <Box component="dd" sx={{ m: 0, minWidth: 0, display: 'inline-flex', alignItems: 'center', gap: '4px' }}>
        {children}
      </Box>
    </Box>
  )
}
