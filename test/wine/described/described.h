/* What the libraries of a described Windows share: its tables, and who holds which piece of memory and which handle. */
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <sddl.h>
#include <stdlib.h>
#include <wchar.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))
#define EXPORT __declspec(dllexport)

struct described_account {
  const wchar_t *authority, *name, *sid;
  SID_NAME_USE use;
};

struct described_user {
  const wchar_t *name, *sid, *full_name, *comment;
  DWORD flags, password_age, password_expired, last_logon, bad_passwords;
};

struct described_member {
  const wchar_t *name, *sid;
  SID_NAME_USE use;
};

struct described_group {
  const wchar_t *name;
  DWORD count;
  const struct described_member *members;
};

/* A name with texts: a right with its holders, an account with its groups. */
struct described_list {
  const wchar_t *name;
  DWORD count;
  const wchar_t *const *texts;
};

struct described_service {
  const wchar_t *name, *display_name, *account, *command;
  DWORD state, start, delayed;
};

struct described_process {
  const wchar_t *name, *path, *sid;
};

struct described_socket {
  const wchar_t *address;
  int udp, ipv6;
  DWORD port, process;
};

struct described_session {
  DWORD id, state;
  const wchar_t *domain, *name, *client;
  DWORD protocol;
};

/* `time` as FILETIME has it. */
struct described_event {
  const wchar_t *channel;
  DWORD id;
  ULONGLONG time;
  const wchar_t *user;
  DWORD session;
  const wchar_t *address;
};

struct described_task {
  const wchar_t *folder, *path;
  DWORD enabled;
  const wchar_t *definition;
};

struct described_folder {
  const wchar_t *parent, *path;
};

/* A property of an object of Windows Management Instrumentation; `type` says which of the two values it has. */
struct described_property {
  const wchar_t *name;
  DWORD type;
  const wchar_t *text;
  DWORD number;
};

struct described_object {
  const wchar_t *space, *class_name;
  DWORD count;
  const struct described_property *properties;
};

/* Number of the process in row n, as Windows numbers them. */
#define PROCESS_ID(row) (4 * ((row) + 1))

#include "tables.h"

#ifndef SHARED
#define SHARED __declspec(dllimport)
#endif

/* Zeroed memory that has to come back exactly once. */
SHARED void *hand_out(size_t bytes);
SHARED void take_back(void *memory);

/* A handle of one kind for row `index` of a table; -1 for a handle that is not open or of another kind. */
SHARED HANDLE open_handle(int kind, int index);
SHARED int index_of(HANDLE handle, int kind);
SHARED BOOL close_handle(HANDLE handle, int kind);
/* Closes the one of its kind that was opened last. */
SHARED void close_newest(int kind);
/* The kind of an open handle; -1: not one of these. */
SHARED int kind_of(HANDLE handle);

enum { MANAGER, SERVICE, POLICY, TOKEN, AUTHZ_MANAGER, AUTHZ_CONTEXT, PROCESS, SNAPSHOT, QUERY, RENDERER, EVENT, CHANNEL, COM };

/* A text of COM: its length stands in front. */
SHARED wchar_t *hand_out_text(const wchar_t *text);
SHARED void take_back_text(wchar_t *text);

/* Never freed and the same for the same text. */
SHARED PSID sid_of(const wchar_t *text);

static inline BOOL fail(DWORD code) {
  SetLastError(code);
  return FALSE;
}

/* Copies a text into a buffer's end and moves the end; NULL stays NULL. */
static inline wchar_t *put_text(BYTE **end, const wchar_t *text) {
  size_t bytes = (wcslen(text) + 1) * sizeof(wchar_t);
  *end -= bytes;
  return memcpy(*end, text, bytes);
}
