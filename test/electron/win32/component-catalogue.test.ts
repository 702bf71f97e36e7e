import { describe, expect, it } from 'vitest'

import { createComponentCatalogue } from '#electron/win32/component-catalogue.ts'
import { layouts } from '#electron/win32/layouts.ts'
import { type ComStandIn, comStandIn, type Methods, NOTHING_OUTSTANDING } from './com-stand-in.ts'

const { ICOMAdminCatalogVtbl, ICatalogCollectionVtbl, ICatalogObjectVtbl, IUnknownVtbl } = layouts
const NO_INTERFACE = 0x80004002 | 0

type Application = Readonly<Record<string, string | number>>

/** A property that is a number is refused with it, or is none where it is zero. */
function application(self: ComStandIn, properties: Application): Methods {
  return {
    [IUnknownVtbl.QueryInterface]: (_self, _id, result) => self.give(result, application(self, properties)),
    [ICatalogObjectVtbl.get_Value]: (_self, name, variant) => {
      const value = properties[self.textAt(name)] ?? NO_INTERFACE
      if (typeof value === 'string') return self.putText(variant, value)
      return value
    },
  }
}

function catalogue(applications: readonly Application[], more: { populate?: number; item?: number } = {}) {
  const asked: string[] = []
  const stand = comStandIn((self) => {
    const collection: Methods = {
      [IUnknownVtbl.QueryInterface]: (_self, _id, result) => self.give(result, collection),
      [ICatalogCollectionVtbl.Populate]: () => more.populate ?? 0,
      [ICatalogCollectionVtbl.get_Count]: (_self, count) => {
        ;(count as number[])[0] = applications.length
        return 0
      },
      [ICatalogCollectionVtbl.get_Item]: (_self, index, result) =>
        index === more.item ? NO_INTERFACE : self.give(result, application(self, applications[Number(index)] ?? {})),
    }
    return {
      [ICOMAdminCatalogVtbl.GetCollection]: (_self, name, result) => {
        asked.push(self.textAt(name))
        return self.give(result, collection)
      },
    }
  })
  return { answer: createComponentCatalogue(stand.com).list(), asked, stand }
}

describe('component-catalogue', () => {
  it('lists applications by name and identity, and gives everything back', () => {
    const { answer, asked, stand } = catalogue([
      { Name: 'System Application', Identity: 'nt authority\\system' },
      { Name: 'Sage Übertrag', Identity: 'ERP01\\erpsync' },
    ])
    expect(answer).toEqual({
      ok: true,
      value: {
        applications: [
          { name: 'System Application', identity: 'nt authority\\system' },
          { name: 'Sage Übertrag', identity: 'ERP01\\erpsync' },
        ],
        failures: [],
      },
    })
    expect(asked).toEqual(['Applications'])
    expect(stand.outstanding()).toEqual(NOTHING_OUTSTANDING)
  })

  it('keeps the others where one refuses', () => {
    const { answer, stand } = catalogue(
      [{ Name: 'A', Identity: 'x' }, { Name: 'B' }, { Name: 'C', Identity: 0 }, { Name: 'D', Identity: 'y' }],
      {
        item: 3,
      },
    )
    if (!answer.ok) throw new Error('refused')
    expect(answer.value.applications).toEqual([{ name: 'A', identity: 'x' }])
    expect(answer.value.failures).toEqual([
      expect.objectContaining({ function: 'ICatalogObject::get_Value', subject: 'Identity' }),
      { function: 'ICatalogObject::get_Value', code: 13, subject: 'Identity' },
      expect.objectContaining({ function: 'ICatalogCollection::get_Item', subject: 'application 4' }),
    ])
    expect(stand.outstanding()).toEqual(NOTHING_OUTSTANDING)
  })

  it('is refused where the catalogue cannot be read', () => {
    const { answer } = catalogue([], { populate: 0x80070005 | 0 })
    expect(answer).toMatchObject({
      ok: false,
      failure: { function: 'ICatalogCollection::Populate', code: 5, missingRight: expect.any(String) },
    })
  })
})
