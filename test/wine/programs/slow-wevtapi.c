/* A log that is large: a query takes its time, and each look into it as well. There is one event, then nothing but END.
   TAKING_MS: how long each of both takes. */
#include <windows.h>
#include <winevt.h>

#define EVENT ((EVT_HANDLE)0x51)

static LONG outstanding;
static BOOL seen;

__declspec(dllexport) int WINAPI StandInOutstanding(void) { return outstanding; }

static EVT_HANDLE hand_out(EVT_HANDLE handle) {
  InterlockedIncrement(&outstanding);
  return handle;
}

__declspec(dllexport) BOOL WINAPI EvtClose(EVT_HANDLE handle) {
  (void)handle;
  InterlockedDecrement(&outstanding);
  return TRUE;
}

__declspec(dllexport) EVT_HANDLE WINAPI EvtQuery(EVT_HANDLE session, const wchar_t *path, const wchar_t *query, DWORD flags) {
  (void)session, (void)query, (void)flags;
  Sleep(TAKING_MS);
  if (!wcscmp(path, L"Closed")) {
    SetLastError(ERROR_ACCESS_DENIED);
    return NULL;
  }
  seen = FALSE;
  return hand_out((EVT_HANDLE)0x50);
}

__declspec(dllexport) EVT_HANDLE WINAPI EvtCreateRenderContext(DWORD count, const wchar_t **paths, DWORD flags) {
  (void)count, (void)paths, (void)flags;
  return hand_out((EVT_HANDLE)0x52);
}

__declspec(dllexport) BOOL WINAPI EvtNext(EVT_HANDLE results, DWORD size, EVT_HANDLE *events, DWORD timeout, DWORD flags, DWORD *returned) {
  (void)results, (void)size, (void)timeout, (void)flags;
  Sleep(TAKING_MS);
  *returned = 0;
  if (seen) {
    SetLastError(END);
    return FALSE;
  }
  /* At the end of that time, so that it shows whether the memory is still the caller's. */
  events[0] = hand_out(EVENT);
  *returned = 1;
  seen = TRUE;
  return TRUE;
}

__declspec(dllexport) BOOL WINAPI EvtRender(EVT_HANDLE context, EVT_HANDLE event, DWORD flags, DWORD bytes, void *buffer, DWORD *used, DWORD *count) {
  EVT_VARIANT *value = buffer;
  (void)context, (void)flags;
  if (event != EVENT || bytes < sizeof(*value)) {
    SetLastError(ERROR_INVALID_HANDLE);
    return FALSE;
  }
  value->UInt32Val = 4625;
  value->Count = 0;
  value->Type = EvtVarTypeUInt32;
  *used = sizeof(*value);
  *count = 1;
  return TRUE;
}
