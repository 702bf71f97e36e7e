/* Memory, handles and SIDs of the described Windows: one count for all of its libraries. */
#define SHARED __declspec(dllexport)
#include "described.h"

#define MOST 8192
#define FIRST_HANDLE 0x5D000000

static void *memory_out[MOST];
static struct { int kind, index; } handles[MOST];
static int handle_count = 0, wrong = 0;

void *hand_out(size_t bytes) {
  for (int slot = 0; slot < MOST; slot++) {
    if (memory_out[slot]) continue;
    return memory_out[slot] = calloc(1, bytes + 1);
  }
  abort();
}

void take_back(void *memory) {
  for (int slot = 0; slot < MOST; slot++) {
    if (memory_out[slot] != memory || !memory) continue;
    memory_out[slot] = NULL;
    free(memory);
    return;
  }
  wrong += 1;
}

wchar_t *hand_out_text(const wchar_t *text) {
  DWORD bytes = (DWORD)(wcslen(text) * sizeof(wchar_t));
  BYTE *memory = hand_out(sizeof(ULONGLONG) + bytes + sizeof(wchar_t));
  ((DWORD *)memory)[1] = bytes;
  return memcpy(memory + sizeof(ULONGLONG), text, bytes);
}

void take_back_text(wchar_t *text) {
  if (text) take_back((BYTE *)text - sizeof(ULONGLONG));
}

HANDLE open_handle(int kind, int index) {
  if (handle_count == MOST) abort();
  handles[handle_count].kind = kind;
  handles[handle_count].index = index;
  return (HANDLE)(ULONG_PTR)(FIRST_HANDLE + 4 * handle_count++);
}

static int slot_of(HANDLE handle) {
  ULONG_PTR offset = (ULONG_PTR)handle - FIRST_HANDLE;
  return (ULONG_PTR)handle >= FIRST_HANDLE && offset % 4 == 0 && offset / 4 < handle_count ? (int)(offset / 4) : -1;
}

int kind_of(HANDLE handle) {
  int slot = slot_of(handle);
  return slot < 0 ? -1 : handles[slot].kind;
}

int index_of(HANDLE handle, int kind) {
  int slot = slot_of(handle);
  return slot >= 0 && handles[slot].kind == kind ? handles[slot].index : -1;
}

/* A handle that is closed keeps its place, so that closing it again is seen. */
BOOL close_handle(HANDLE handle, int kind) {
  int slot = slot_of(handle);
  if (slot < 0 || handles[slot].kind != kind) {
    wrong += 1;
    return fail(ERROR_INVALID_HANDLE);
  }
  handles[slot].kind = -1;
  return TRUE;
}

void close_newest(int kind) {
  int slot = handle_count - 1;
  while (slot >= 0 && handles[slot].kind != kind) slot--;
  if (slot < 0) wrong += 1;
  else handles[slot].kind = -1;
}

PSID sid_of(const wchar_t *text) {
  static struct { const wchar_t *text; PSID sid; } known[MOST];
  for (int slot = 0; slot < MOST; slot++) {
    if (known[slot].text && wcscmp(known[slot].text, text)) continue;
    if (!known[slot].text) {
      known[slot].text = text;
      if (!ConvertStringSidToSidW(text, &known[slot].sid)) abort();
    }
    return known[slot].sid;
  }
  abort();
}

EXPORT int WINAPI StandInOutstanding(void) {
  int count = 0;
  for (int slot = 0; slot < MOST; slot++) count += memory_out[slot] != NULL;
  for (int slot = 0; slot < handle_count; slot++) count += handles[slot].kind >= 0;
  return count;
}

/* Memory and handles that came back which nobody had. */
EXPORT int WINAPI StandInWrong(void) { return wrong; }
