import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined'
import ShoppingCartOutlined from '@mui/icons-material/ShoppingCartOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { formatMoney } from '@shared/model/money'
import { DataTable } from '../../ui/DataTable'
import { DefinitionList } from '../../ui/DefinitionList'
import { PaneHead } from '../../ui/PaneHead'
import { EmptyBlock } from '../../ui/StateBlock'
import { StateWord } from '../../ui/StateWord'
import { rowLines, type Column } from '../../ui/table-types'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { RefusalBanner } from '../../words/RefusalBlock'
import { instantDayWords } from '../../words/time-words'
import { useLearnerActs, type LearnerRecord, type Order } from './api'
import { DiscountCodeCheck } from './DiscountCodeCheck'
import { orderLooks } from './record-words'

const paid = { card: 'Card', invoice: 'Invoice', code: 'Code' } as const

/** What was bought, and its receipts (H45): numbered at the first issue, the same ever after. */
export function PurchasesTab({ record, shown, onPaper }: { readonly record: LearnerRecord; readonly shown: string | undefined; readonly onPaper: (number: string) => void }): ReactNode {
  const { zone } = record.learner
  const first = shown ?? record.orders[0]?.id
  const [selected, setSelected] = useState(first)
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set(first === undefined ? [] : [first]))
  const columns: readonly Column<Order>[] = [
    { id: 'order', head: 'Order', track: '112px', cell: (row) => <span className="identifier">{row.externalId}</span> },
    { id: 'what', head: 'What', track: 'minmax(160px, 1fr)', naming: true, cell: (row) => <span title={whatOf(row)}>{whatOf(row)}</span> },
    { id: 'placed', head: 'Placed', track: '108px', cell: (row) => instantDayWords(row.placedAt, zone) },
    { id: 'total', head: 'Total', track: '120px', align: 'right', cell: (row) => `${formatMoney(row.total)} ${row.currency}` },
    {
      id: 'state',
      head: 'State',
      track: '132px',
      cell: (row) => (
        <StateWord tone={orderLooks[row.status].tone} icon={orderLooks[row.status].icon}>
          {orderLooks[row.status].word}
        </StateWord>
      ),
    },
  ]
  return (
    <>
      <PaneHead title="Purchases" note={`${String(record.orders.length)} ${record.orders.length === 1 ? 'order' : 'orders'}`} />
      {record.orders.length === 0 ? (
        <EmptyBlock icon={ShoppingCartOutlined} title="Nothing bought">
          No order stands under this account. A receipt follows the account that bought (H45): look for the buyer’s own record.
        </EmptyBlock>
      ) : (
        <DataTable
          label="Purchases"
          columns={columns}
          lines={rowLines(record.orders, (row) => row.id)}
          selected={selected}
          onSelect={setSelected}
          expanded={expanded}
          onExpand={(key, open) => setExpanded(new Set(open ? [...expanded, key] : [...expanded].filter((known) => known !== key)))}
          onOpen={(row) => setExpanded(new Set(expanded.has(row.id) ? [...expanded].filter((known) => known !== row.id) : [...expanded, row.id]))}
          expansion={(row) => <OrderDetails order={row} zone={zone} onPaper={onPaper} />}
          ownsKeys
        />
      )}
      <DiscountCodeCheck learnerId={record.learner.id} />
    </>
  )
}

function whatOf(order: Order): string {
  return order.lines.map((line) => line.description).join('; ') || 'no lines on file'
}

function OrderDetails({ order, zone, onPaper }: { readonly order: Order; readonly zone: string; readonly onPaper: (number: string) => void }): ReactNode {
  const { issueReceipt } = useLearnerActs()
  const receipt = order.receipts[0]
  const pending = order.status === 'pending'
  const issue = async (): Promise<void> => {
    const answer = await issueReceipt.run({ orderId: order.id })
    if (answer.ok) onPaper(answer.value.number)
  }
  return (
    <Box sx={{ py: '10px', display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: 720 }}>
      <Box component="table" sx={{ borderCollapse: 'collapse', '& th, & td': { textAlign: 'left', p: '2px 12px 2px 0', fontWeight: 400 }, '& .right': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}>
        <thead>
          <Box component="tr" sx={{ color: 'text.tertiary', fontSize: 12 }}>
            <th scope="col">Description</th>
            <th scope="col" className="right">
              Quantity
            </th>
            <th scope="col" className="right">
              Unit price, {order.currency}
            </th>
          </Box>
        </thead>
        <tbody>
          {order.lines.map((line, index) => (
            <tr key={`${line.description}-${String(index)}`}>
              <td>{line.description}</td>
              <td className="right">{line.quantity}</td>
              <td className="right">{formatMoney(line.unitPrice)}</td>
            </tr>
          ))}
        </tbody>
      </Box>
      <DefinitionList
        entries={[
          ...(order.discount === 0 ? [] : [{ term: 'Discount', value: `${formatMoney(order.discount)} ${order.discountCode}` }]),
          ...(order.tax === 0 ? [] : [{ term: 'Tax', value: formatMoney(order.tax) }]),
          { term: 'Total', value: `${formatMoney(order.total)} ${order.currency}` },
          ...(order.refunded === 0 ? [] : [{ term: 'Refunded', value: `${formatMoney(order.refunded)}${order.refundedAt === null ? '' : `, ${instantDayWords(order.refundedAt, zone)}`}` }]),
          { term: 'Paid with', ...(order.paidWith === null ? {} : { value: `${paid[order.paidWith]}${order.cardLast4 === '' ? '' : `, ending ${order.cardLast4}`}` }) },
          { term: 'Billed to', ...(order.billingName === '' ? {} : { value: [order.billingName, order.billingAddress].filter((part) => part !== '').join(', ') }) },
          ...order.receipts.map((issued) => ({ term: 'Receipt', value: `${issued.number}, issued ${instantDayWords(issued.issuedAt, zone)}` })),
        ]}
      />
      {issueReceipt.answer?.ok === false ? <RefusalBanner method="receipts.issue" refusal={issueReceipt.answer.error} /> : null}
      <Box sx={{ display: 'flex', gap: '8px', alignItems: 'center' }}>
        <ToolbarButton look="frame" tall icon={ReceiptLongOutlined} disabled={pending || issueReceipt.pending} onClick={() => (receipt === undefined ? void issue() : onPaper(receipt.number))}>
          {receipt === undefined ? 'Issue receipt' : 'Print receipt again…'}
        </ToolbarButton>
        {pending ? <Typography sx={{ color: 'text.secondary' }}>The order is not paid yet: a receipt follows the payment.</Typography> : null}
      </Box>
    </Box>
  )
}
