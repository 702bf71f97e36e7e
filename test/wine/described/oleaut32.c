/* Texts and values of COM. */
#include "described.h"
#include <oleauto.h>

EXPORT BSTR WINAPI SysAllocString(const OLECHAR *text) { return text ? hand_out_text(text) : NULL; }

EXPORT UINT WINAPI SysStringLen(BSTR text) { return text ? ((DWORD *)text)[-1] / sizeof(wchar_t) : 0; }

EXPORT void WINAPI SysFreeString(BSTR text) { take_back_text(text); }

EXPORT HRESULT WINAPI VariantClear(VARIANTARG *value) {
  if (V_VT(value) == VT_BSTR) take_back_text(V_BSTR(value));
  V_VT(value) = VT_EMPTY;
  return S_OK;
}
