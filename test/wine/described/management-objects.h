/* Objects of classes in namespaces; of the query language it understands SELECT * FROM a class. */
static HRESULT STDMETHODCALLTYPE object_property(IWbemClassObject *self, const wchar_t *name, LONG flags, VARIANT *value, CIMTYPE *type, LONG *flavor) {
  const struct described_object *object = &managed[of(self)->row];
  for (DWORD index = 0; index < object->count; index++) {
    const struct described_property *property = &object->properties[index];
    if (_wcsicmp(property->name, name)) continue;
    V_VT(value) = (VARTYPE)property->type;
    if (property->type == VT_BSTR) V_BSTR(value) = hand_out_text(property->text);
    else if (property->type == VT_BOOL) V_BOOL(value) = property->number ? VARIANT_TRUE : VARIANT_FALSE;
    else V_I4(value) = property->number;
    return S_OK;
  }
  return WBEM_E_NOT_FOUND;
}

static const IWbemClassObjectVtbl managed_object = {UNKNOWN, .Get = object_property};

/* `path` is the name of the class, `row` where the next object is looked for. */
static HRESULT STDMETHODCALLTYPE list_next(IEnumWbemClassObject *self, LONG timeout, ULONG count, IWbemClassObject **object, ULONG *returned) {
  *object = NULL;
  *returned = 0;
  for (; of(self)->row < (int)COUNT(managed); of(self)->row++) {
    if (_wcsicmp(managed[of(self)->row].class_name, of(self)->path)) continue;
    *object = new_object(&managed_object, of(self)->row++, NULL);
    *returned = 1;
    return S_OK;
  }
  return WBEM_S_FALSE;
}

static const IEnumWbemClassObjectVtbl managed_list = {UNKNOWN, .Next = list_next};

static HRESULT STDMETHODCALLTYPE services_query(IWbemServices *self, BSTR language, BSTR query, LONG flags, IWbemContext *context, IEnumWbemClassObject **list) {
  const wchar_t *start = L"SELECT * FROM ";
  *list = NULL;
  if (wcscmp(language, L"WQL") || wcsncmp(query, start, wcslen(start))) return WBEM_E_INVALID_QUERY;
  for (size_t row = 0; row < COUNT(managed); row++) {
    if (_wcsicmp(managed[row].space, of(self)->path) || _wcsicmp(managed[row].class_name, query + wcslen(start))) continue;
    *list = new_object(&managed_list, 0, managed[row].class_name);
    return S_OK;
  }
  return WBEM_E_INVALID_CLASS;
}

static const IWbemServicesVtbl services_of_space = {UNKNOWN, .ExecQuery = services_query};

static HRESULT STDMETHODCALLTYPE locator_connect(IWbemLocator *self, const BSTR space, const BSTR user, const BSTR password, const BSTR locale, LONG flags, const BSTR authority, IWbemContext *context, IWbemServices **services) {
  *services = NULL;
  if (user || password) return WBEM_E_ACCESS_DENIED;
  for (size_t row = 0; row < COUNT(managed); row++) {
    if (_wcsicmp(managed[row].space, space)) continue;
    *services = new_object(&services_of_space, 0, managed[row].space);
    return S_OK;
  }
  return WBEM_E_INVALID_NAMESPACE;
}

static const IWbemLocatorVtbl locator = {UNKNOWN, .ConnectServer = locator_connect};
