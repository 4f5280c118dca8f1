// Reads every shared table from Node, with the client of the protocol's authors and with hyparquet, each by itself, and tells
// rows and the sum of doses of each.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [profileFile, modules, client] = process.argv.slice(2)
const require = createRequire(modules + '/')
const { SharingClient, DeltaSharingReader, DataSharingRestClient, DeltaSharingProfile } = require('delta-sharing')
const { asyncBufferFromUrl, parquetReadObjects } = await import(pathToFileURL(require.resolve('hyparquet')).href)

const doses = { vaccinations_clean: 'new_vaccine_doses_administered', vaccinations_by_month: 'doses' }
const profile = JSON.parse(readFileSync(profileFile, 'utf8'))

// What the protocol says, without any client of it.
async function readByHand(table) {
  const answer = await fetch(
    `${profile.endpoint}shares/${table.share}/schemas/${table.schema}/tables/${table.tableName}/query`,
    { method: 'POST', headers: { Authorization: `Bearer ${profile.bearerToken}` }, body: '{}' })
  const files = (await answer.text()).split('\n').filter(Boolean).map(line => JSON.parse(line).file).filter(Boolean)
  const read = files.map(async ({ url }) => parquetReadObjects({ file: await asyncBufferFromUrl({ url }) }))
  return (await Promise.all(read)).flat()
}

async function readByClient(table) {
  const rest = new DataSharingRestClient(DeltaSharingProfile.readFromFile(profileFile))
  return new DeltaSharingReader(table, rest).createDataArray()
}

for (const table of await new SharingClient(profileFile).listAllTablesAsync()) {
  const rows = await (client === 'hyparquet' ? readByHand : readByClient)(table)
  console.log(table.tableName, rows.length, Number(rows.reduce((sum, row) => sum + BigInt(row[doses[table.tableName]] ?? 0), 0n)))
}
