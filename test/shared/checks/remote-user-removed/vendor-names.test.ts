import { describe, expect, it } from 'vitest'

import { readsLikeVendor } from '#shared/checks/remote-user-removed/vendor-names.ts'

describe('readsLikeVendor', () => {
  it.each([
    ...'cimcloud|CIMCLOUD|CIMcloud|CimCloud|cimcloudadmin|CIMCloudAdmin|svc_cimcloud2|myCIMcloud|cim|CIM-Support|cim1'.split('|'),
    ...'CIMadmin|erpCim|websitepipeline|WebsitePipeline|Websitepipelines|oldWebsitePipeline|wsp|WSP01|wspadmin|WSPadmin'.split('|'),
    ...'WSPAdmin|x.wsp|gotoassist|GoToAssist|tempGoToAssistUser|GOTOASSIST|vendor|VENDOR2|ErpVendor|vendorSupport|SQLVendor'.split('|'),
    ...'VENDORx|consultant|Sage consultant|Köln-consultant|3vendor3'.split('|'),
  ])('takes %s for the vendor', (text) => {
    expect(readsLikeVendor(text)).toBe(true)
  })

  it.each([
    ...'|42|administrator|cimbal|decim|acimcloud|mywsp|vendors|vendorsupport|consultants|consulting|subvendor|W. Sparks'.split('|'),
    ...'WSparks|website pipeline|Website manager|go to assist|agotoassist|Go to the assistant|ws p'.split('|'),
  ])('leaves %s alone', (text) => {
    expect(readsLikeVendor(text)).toBe(false)
  })
})
