/* Event logs of a made server: three thousand sign-ins in the log of the session manager, a few in the Security log.
   EVERY: each so-manieth sign-in comes over a network. MISSING: no log of the session manager. CLEARED: it is empty. REFUSE: the code that
   every query refuses with. END: the code at the end of the sign-ins. ODD: broken entries. */
#include "accounts.h"
#include <winevt.h>

#ifndef EVERY
#define EVERY 3
#endif
#ifndef REFUSE
#define REFUSE 0
#endif
#ifndef END
#define END ERROR_NO_MORE_ITEMS
#endif

#define SESSION_MANAGER L"Microsoft-Windows-TerminalServices-LocalSessionManager/Operational"

enum { SIGN_INS = 3000, SECURITY_EVENTS = 4, MINUTE = 600000000 };

/* 2026-01-01T00:00:00Z as FILETIME. */
static const ULONGLONG first_time = 134116992000000000ULL;

/* Everything that has a handle. A handle that was closed stays where it was, so that a second closing is seen. */
enum kind { CLOSED, RESULTS, RENDERING, EVENT, CONFIGURATION };
enum log { SESSIONS, SECURITY };
struct object {
  enum kind kind;
  enum log log;
  BOOL newest_first, witness;
  DWORD next;
  int event;
  DWORD count;
  const wchar_t *paths[8];
};

static BOOL fail(DWORD code) {
  SetLastError(code);
  return FALSE;
}

static struct object *open(enum kind kind, enum log log) {
  struct object *object = hand_out(sizeof(*object));
  object->kind = kind;
  object->log = log;
  return object;
}

__declspec(dllexport) BOOL WINAPI EvtClose(EVT_HANDLE handle) {
  struct object *object = handle;
  /* A second closing counts as something that was never given back. */
  outstanding += object->kind == CLOSED ? 1000 : -1;
  object->kind = CLOSED;
  return TRUE;
}

static BOOL log_of(const wchar_t *path, enum log *log) {
  if (REFUSE) return fail(REFUSE);
#ifndef MISSING
  if (!wcscmp(path, SESSION_MANAGER)) {
    *log = SESSIONS;
    return TRUE;
  }
#endif
  *log = SECURITY;
  return wcscmp(path, L"Security") ? fail(ERROR_EVT_CHANNEL_NOT_FOUND) : TRUE;
}

__declspec(dllexport) EVT_HANDLE WINAPI EvtQuery(EVT_HANDLE session, const wchar_t *path, const wchar_t *query, DWORD flags) {
  static const wchar_t *const witnesses[] = {L"*", L"*[System[(EventID=4624)]]"};
  static const wchar_t *const sign_ins[] = {L"*[System[(EventID=21 or EventID=25)]]", L"*[System[(EventID=4624)] and EventData[Data[@Name='LogonType']='10']]"};
  struct object *results;
  enum log log;
  if (!log_of(path, &log)) return NULL;
  if (session || !(flags & EvtQueryChannelPath) || (wcscmp(query, witnesses[log]) && wcscmp(query, sign_ins[log]))) {
    fail(ERROR_EVT_INVALID_QUERY);
    return NULL;
  }
  results = open(RESULTS, log);
  results->newest_first = (flags & EvtQueryReverseDirection) != 0;
  results->witness = !wcscmp(query, witnesses[log]);
  return results;
}

__declspec(dllexport) BOOL WINAPI EvtNext(EVT_HANDLE handle, DWORD size, EVT_HANDLE *events, DWORD timeout, DWORD flags, DWORD *returned) {
  struct object *results = handle;
  DWORD total = results->log == SECURITY ? SECURITY_EVENTS : SIGN_INS;
  if (results->kind != RESULTS || timeout == 0 || flags) return fail(ERROR_INVALID_HANDLE);
#ifdef CLEARED
  if (results->log == SESSIONS) total = 0;
#endif
  for (*returned = 0; *returned < size && results->next < total; results->next++) {
    struct object *event = open(EVENT, results->log);
    event->event = results->newest_first ? total - 1 - results->next : results->next;
    events[(*returned)++] = event;
  }
  if (*returned > 0) return TRUE;
  return fail(results->witness ? ERROR_NO_MORE_ITEMS : END);
}

__declspec(dllexport) EVT_HANDLE WINAPI EvtCreateRenderContext(DWORD count, const wchar_t **paths, DWORD flags) {
  struct object *context = open(RENDERING, SESSIONS);
  if (flags != EvtRenderContextValues || count > COUNT(context->paths)) {
    EvtClose(context);
    fail(ERROR_INVALID_PARAMETER);
    return NULL;
  }
  context->count = count;
  for (DWORD index = 0; index < count; index++) context->paths[index] = _wcsdup(paths[index]);
  return context;
}

/* Puts text behind the values; a buffer that is too small is counted on, but not written to. */
static void put(EVT_VARIANT *value, DWORD type, const void *bytes, size_t size, BYTE *buffer, DWORD bytes_there, DWORD *used) {
  if (*used + size <= bytes_there) {
    memcpy(buffer + *used, bytes, size);
    value->StringVal = (const wchar_t *)(buffer + *used);
    value->Type = type;
  }
  *used += (DWORD)((size + 7) & ~7);
}

static BOOL ends_in(const wchar_t *path, const wchar_t *name) { return !wcscmp(wcsrchr(path, L'/'), name); }

static const wchar_t *text_of(const struct object *event, const wchar_t *path) {
  static wchar_t text[4096];
  BOOL remote = event->event % EVERY == 0;
  text[0] = 0;
  if (event->log == SECURITY) {
    if (wcsstr(path, L"\"TargetUserName\"")) return L"boss";
    if (wcsstr(path, L"\"TargetDomainName\"")) return L"OTHER";
    return event->event == 0 ? L"-" : L"198.51.100.9";
  }
  if (ends_in(path, L"/User")) return event->event == SIGN_INS - 1 ? L"ACME\\clerk" : L"ERP01\\Jürgen №1";
  if (!remote) return L"LOCAL";
  /* An address that no first guess has room for. */
  if (event->event == SIGN_INS / 2) wmemset(text, L'x', 4000), text[4000] = 0;
  else swprintf(text, COUNT(text), L"192.0.2.%d", event->event % 200);
  return text;
}

static void render_value(const struct object *event, const wchar_t *path, EVT_VARIANT *value, BYTE *buffer, DWORD bytes, DWORD *used) {
  EVT_VARIANT nowhere;
  if (bytes < *used) value = &nowhere;
  value->Count = 0;
  value->Type = EvtVarTypeNull;
  if (wcsstr(path, L"@SystemTime")) {
    value->FileTimeVal = first_time + (ULONGLONG)event->event * MINUTE;
    value->Type = EvtVarTypeFileTime;
  } else if (ends_in(path, L"/SessionID")) {
    value->UInt32Val = 2;
    value->Type = EvtVarTypeUInt32;
  } else if (wcsstr(path, L"\"TargetUserSid\"")) {
    put(value, EvtVarTypeSid, sid_of(TRUSTED, 1001), SECURITY_MAX_SID_SIZE, buffer, bytes, used);
#ifdef ODD
  } else if (ends_in(path, L"/User") && event->event == SIGN_INS - 3) {
    value->BooleanVal = TRUE;
    value->Type = EvtVarTypeBoolean;
  } else if (ends_in(path, L"/Address") && event->event == SIGN_INS - 6) {
    value->StringVal = (const wchar_t *)8;
    value->Type = EvtVarTypeString;
#endif
  } else {
    const wchar_t *text = text_of(event, path);
    put(value, EvtVarTypeString, text, (wcslen(text) + 1) * sizeof(*text), buffer, bytes, used);
  }
}

__declspec(dllexport) BOOL WINAPI EvtRender(EVT_HANDLE handle, EVT_HANDLE fragment, DWORD flags, DWORD bytes, void *buffer, DWORD *used, DWORD *count) {
  struct object *context = handle, *event = fragment;
  if (context->kind != RENDERING || event->kind != EVENT || flags != EvtRenderEventValues) return fail(ERROR_INVALID_HANDLE);
#ifdef ODD
  if (event->log == SESSIONS && event->event == SIGN_INS - 9) return fail(ERROR_EVT_INVALID_EVENT_DATA);
#endif
  *used = context->count * sizeof(EVT_VARIANT);
  for (DWORD index = 0; index < context->count; index++) render_value(event, context->paths[index], (EVT_VARIANT *)buffer + index, buffer, bytes, used);
  *count = context->count;
  return *used <= bytes ? TRUE : fail(ERROR_INSUFFICIENT_BUFFER);
}

__declspec(dllexport) EVT_HANDLE WINAPI EvtOpenChannelConfig(EVT_HANDLE session, const wchar_t *path, DWORD flags) {
  enum log log;
  return log_of(path, &log) ? open(CONFIGURATION, log) : NULL;
}

__declspec(dllexport) BOOL WINAPI EvtGetChannelConfigProperty(EVT_HANDLE handle, EVT_CHANNEL_CONFIG_PROPERTY_ID property, DWORD flags, DWORD bytes, EVT_VARIANT *value, DWORD *used) {
  struct object *configuration = handle;
  if (configuration->kind != CONFIGURATION || property != EvtChannelConfigEnabled || bytes < sizeof(*value)) return fail(ERROR_INVALID_PARAMETER);
  value->Count = 0;
  value->Type = EvtVarTypeBoolean;
  value->BooleanVal = TRUE;
  *used = sizeof(*value);
  return TRUE;
}
