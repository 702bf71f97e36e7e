/* Texts that a library of the described Windows holds, by their number. */
#include "described.h"

EXPORT HRESULT WINAPI SHLoadIndirectString(const wchar_t *source, wchar_t *text, UINT characters, void **reserved) {
  const wchar_t *library = wcsstr(source, L"\\system32\\FirewallAPI.dll,-");
  DWORD number = library ? wcstoul(wcsrchr(library, L'-') + 1, NULL, 10) : 0;
  if (*source != L'@' || number < FIRST_RULE_TEXT || number >= FIRST_RULE_TEXT + COUNT(rule_texts)) return E_FAIL;
  if (wcslen(rule_texts[number - FIRST_RULE_TEXT]) >= characters) return E_INVALIDARG;
  wcscpy(text, rule_texts[number - FIRST_RULE_TEXT]);
  return S_OK;
}
