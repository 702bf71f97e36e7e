/* Objects of the described Windows that COM gives out: the task scheduler and Windows Management Instrumentation. */
#define CINTERFACE
#define COBJMACROS
#define CONST_VTABLE
#include <initguid.h>
#include "described.h"
#include <ole2.h>
#include <taskschd.h>
#include <wbemcli.h>

/* Every object: its table, who holds it and the row, path or query that it stands for. */
struct object {
  const void *table;
  LONG references;
  int row;
  const wchar_t *path;
};

static void *new_object(const void *table, int row, const wchar_t *path) {
  struct object *object = hand_out(sizeof(*object));
  object->table = table;
  object->references = 1;
  object->row = row;
  object->path = path;
  return object;
}

static struct object *of(void *self) { return self; }

static ULONG STDMETHODCALLTYPE add_reference(void *self) { return ++of(self)->references; }

static ULONG STDMETHODCALLTYPE release(void *self) {
  LONG left = --of(self)->references;
  if (left == 0) take_back(self);
  return left;
}

#define UNKNOWN .AddRef = (void *)add_reference, .Release = (void *)release

static int began = 0;

EXPORT HRESULT WINAPI CoInitializeEx(void *reserved, DWORD model) {
  open_handle(COM, 0);
  return began++ == 0 ? S_OK : S_FALSE;
}

/* The last that began is the first to end. */
EXPORT void WINAPI CoUninitialize(void) { close_newest(COM); }

EXPORT HRESULT WINAPI CoSetProxyBlanket(IUnknown *proxy, DWORD authentication, DWORD authorization, wchar_t *principal, DWORD level, DWORD impersonation, RPC_AUTH_IDENTITY_HANDLE identity, DWORD capabilities) {
  return level == RPC_C_AUTHN_LEVEL_PKT_PRIVACY && impersonation == RPC_C_IMP_LEVEL_IMPERSONATE ? S_OK : E_INVALIDARG;
}

#include "task-objects.h"
#include "management-objects.h"

EXPORT HRESULT WINAPI CoCreateInstance(REFCLSID class_id, IUnknown *outer, DWORD context, REFIID interface_id, void **object) {
  *object = NULL;
  if (outer || context != CLSCTX_INPROC_SERVER) return E_INVALIDARG;
  if (IsEqualGUID(class_id, &CLSID_TaskScheduler) && IsEqualGUID(interface_id, &IID_ITaskService)) *object = new_object(&task_service, 0, NULL);
  if (IsEqualGUID(class_id, &CLSID_WbemLocator) && IsEqualGUID(interface_id, &IID_IWbemLocator)) *object = new_object(&locator, 0, NULL);
  return *object ? S_OK : REGDB_E_CLASSNOTREG;
}
