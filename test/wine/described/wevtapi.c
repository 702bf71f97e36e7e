/* Event logs of the described Windows; of XPath it understands which events are asked for by number. */
#include "described.h"
#include <winevt.h>

#define MOST_PATHS 16

/* A query and where it stands; a set of values that is wanted of each event. */
static struct { const wchar_t *channel; wchar_t filter[512]; BOOL reverse; int next; } queries[64];
static struct { DWORD count; wchar_t paths[MOST_PATHS][128]; } renderers[64];
static int query_count = 0, renderer_count = 0;

static const wchar_t *channel_of(const wchar_t *path) {
  for (size_t row = 0; row < COUNT(channels); row++) {
    if (!_wcsicmp(channels[row], path)) return channels[row];
  }
  fail(ERROR_EVT_CHANNEL_NOT_FOUND);
  return NULL;
}

EXPORT EVT_HANDLE WINAPI EvtQuery(EVT_HANDLE session, const wchar_t *path, const wchar_t *filter, DWORD flags) {
  const wchar_t *channel = channel_of(path);
  if (!channel) return NULL;
  if (session || !(flags & EvtQueryChannelPath) || query_count == COUNT(queries)) {
    fail(ERROR_INVALID_PARAMETER);
    return NULL;
  }
  queries[query_count].channel = channel;
  wcscpy(queries[query_count].filter, filter);
  queries[query_count].reverse = (flags & EvtQueryReverseDirection) != 0;
  queries[query_count].next = 0;
  return open_handle(QUERY, query_count++);
}

/* No number: every event is asked for. */
static BOOL is_wanted(DWORD id, const wchar_t *filter) {
  const wchar_t *at = wcsstr(filter, L"EventID=");
  if (!at) return TRUE;
  for (; at; at = wcsstr(at + 1, L"EventID=")) {
    if (wcstoul(at + wcslen(L"EventID="), NULL, 10) == id) return TRUE;
  }
  return FALSE;
}

EXPORT BOOL WINAPI EvtNext(EVT_HANDLE query, DWORD size, EVT_HANDLE *events, DWORD timeout, DWORD flags, DWORD *returned) {
  int index = index_of(query, QUERY);
  if (index < 0) return fail(ERROR_INVALID_HANDLE);
  *returned = 0;
  while (*returned < size && queries[index].next < (int)COUNT(logged)) {
    int row = queries[index].reverse ? (int)COUNT(logged) - 1 - queries[index].next : queries[index].next;
    queries[index].next += 1;
    if (wcscmp(logged[row].channel, queries[index].channel) || !is_wanted(logged[row].id, queries[index].filter)) continue;
    events[(*returned)++] = open_handle(EVENT, row);
  }
  return *returned > 0 ? TRUE : fail(ERROR_NO_MORE_ITEMS);
}

EXPORT EVT_HANDLE WINAPI EvtCreateRenderContext(DWORD count, const wchar_t **paths, DWORD flags) {
  if (flags != EvtRenderContextValues || count > MOST_PATHS || renderer_count == COUNT(renderers)) {
    fail(ERROR_INVALID_PARAMETER);
    return NULL;
  }
  renderers[renderer_count].count = count;
  for (DWORD path = 0; path < count; path++) wcscpy(renderers[renderer_count].paths[path], paths[path]);
  return open_handle(RENDERER, renderer_count++);
}

static void set_value(EVT_VARIANT *value, const struct described_event *event, const wchar_t *path, BYTE **end) {
  value->Count = 0;
  value->Type = EvtVarTypeNull;
  if (!wcscmp(path, L"Event/System/TimeCreated/@SystemTime")) {
    value->Type = EvtVarTypeFileTime;
    value->FileTimeVal = event->time;
  } else if (!wcscmp(path, L"Event/UserData/EventXML/User") && event->user) {
    value->Type = EvtVarTypeString;
    value->StringVal = put_text(end, event->user);
  } else if (!wcscmp(path, L"Event/UserData/EventXML/SessionID")) {
    value->Type = EvtVarTypeUInt32;
    value->UInt32Val = event->session;
  } else if (!wcscmp(path, L"Event/UserData/EventXML/Address") && event->address) {
    value->Type = EvtVarTypeString;
    value->StringVal = put_text(end, event->address);
  }
}

EXPORT BOOL WINAPI EvtRender(EVT_HANDLE renderer, EVT_HANDLE event, DWORD flags, DWORD bytes, void *buffer, DWORD *used, DWORD *count) {
  int context = index_of(renderer, RENDERER), row = index_of(event, EVENT);
  BYTE *end = (BYTE *)buffer + bytes;
  if (context < 0 || row < 0 || flags != EvtRenderEventValues) return fail(ERROR_INVALID_HANDLE);
  *used = bytes;
  *count = renderers[context].count;
  for (DWORD path = 0; path < *count; path++) set_value((EVT_VARIANT *)buffer + path, &logged[row], renderers[context].paths[path], &end);
  return TRUE;
}

EXPORT EVT_HANDLE WINAPI EvtOpenChannelConfig(EVT_HANDLE session, const wchar_t *path, DWORD flags) {
  return channel_of(path) ? open_handle(CHANNEL, 0) : NULL;
}

EXPORT BOOL WINAPI EvtGetChannelConfigProperty(EVT_HANDLE channel, EVT_CHANNEL_CONFIG_PROPERTY_ID property, DWORD flags, DWORD bytes, EVT_VARIANT *value, DWORD *used) {
  if (index_of(channel, CHANNEL) < 0 || property != EvtChannelConfigEnabled || bytes < sizeof(*value)) return fail(ERROR_INVALID_PARAMETER);
  value->Type = EvtVarTypeBoolean;
  value->Count = 0;
  value->BooleanVal = TRUE;
  *used = sizeof(*value);
  return TRUE;
}

EXPORT BOOL WINAPI EvtClose(EVT_HANDLE handle) { return close_handle(handle, kind_of(handle)); }
