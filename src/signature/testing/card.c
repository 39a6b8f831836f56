/*
 * A card in front of SoftHSM: everything is SoftHSM's, save what the file CONTROL asks for, so that a test can meet cards that hash
 * nothing, lock, are pulled out or lie. What was opened and closed is written to the file LOG.
 */
#define CK_PTR *
#define CK_DECLARE_FUNCTION(returnType, name) returnType name
#define CK_DECLARE_FUNCTION_POINTER(returnType, name) returnType(*name)
#define CK_CALLBACK_FUNCTION(returnType, name) returnType(*name)
#define NULL_PTR 0
#include <dlfcn.h>
#include <pkcs11/pkcs11.h>
#include <stdio.h>
#include <string.h>

static CK_FUNCTION_LIST_PTR real;
static CK_FUNCTION_LIST ours;
static int pulled = 0;
static int tried = 0;

static int asked_for(const char *word) {
  char line[64];
  int found = 0;
  FILE *file = fopen(CONTROL, "r");
  while (file && fgets(line, sizeof line, file)) found |= strncmp(line, word, strlen(word)) == 0;
  if (file) fclose(file);
  return found;
}

static void tell(const char *word) {
  FILE *file = fopen(LOG, "a");
  if (!file) return;
  fprintf(file, "%s\n", word);
  fclose(file);
}

static CK_RV slots(CK_BBOOL present, CK_SLOT_ID_PTR list, CK_ULONG_PTR count) {
  if (!pulled && !asked_for("absent")) return real->C_GetSlotList(present, list, count);
  *count = 0;
  return CKR_OK;
}

static CK_RV token(CK_SLOT_ID slot, CK_TOKEN_INFO_PTR info) {
  CK_RV rv = real->C_GetTokenInfo(slot, info);
  if (asked_for("many-tries")) info->flags &= ~(CKF_USER_PIN_COUNT_LOW | CKF_USER_PIN_FINAL_TRY);
  if (asked_for("final-try\n")) info->flags |= CKF_USER_PIN_FINAL_TRY;
  if (tried && asked_for("final-try-after")) info->flags |= CKF_USER_PIN_FINAL_TRY;
  if (tried && asked_for("locked-after")) info->flags |= CKF_USER_PIN_LOCKED;
  if (asked_for("locked\n")) info->flags |= CKF_USER_PIN_LOCKED;
  return asked_for("unrecognised") ? CKR_TOKEN_NOT_RECOGNIZED : rv;
}

static CK_RV mechanisms(CK_SLOT_ID slot, CK_MECHANISM_TYPE_PTR list, CK_ULONG_PTR count) {
  CK_RV rv = real->C_GetMechanismList(slot, list, count);
  for (CK_ULONG i = 0; rv == CKR_OK && list && i < *count; i++) {
    if (list[i] == CKM_SHA256_RSA_PKCS && asked_for("no-hash")) list[i] = CKM_MD5;
    if (list[i] == CKM_RSA_PKCS && asked_for("no-raw")) list[i] = CKM_MD5;
  }
  return rv;
}

static CK_RV open_session(CK_SLOT_ID slot, CK_FLAGS flags, CK_VOID_PTR data, CK_NOTIFY notify, CK_SESSION_HANDLE_PTR to) {
  CK_RV rv = real->C_OpenSession(slot, flags, data, notify, to);
  if (rv == CKR_OK) tell("open");
  return rv;
}

static CK_RV close_session(CK_SESSION_HANDLE session) {
  tell("close");
  return real->C_CloseSession(session);
}

static CK_RV login(CK_SESSION_HANDLE session, CK_USER_TYPE user, CK_UTF8CHAR_PTR pin, CK_ULONG length) {
  tell(user == CKU_USER ? "login" : "login-again");
  if (asked_for("locks")) return CKR_PIN_LOCKED;
  if (asked_for("pin-expired")) return CKR_PIN_EXPIRED;
  tried = 1;
  return real->C_Login(session, user, pin, length);
}

static CK_RV logout(CK_SESSION_HANDLE session) {
  tell("logout");
  return real->C_Logout(session);
}

static CK_RV begin(CK_SESSION_HANDLE session, CK_MECHANISM_PTR mechanism, CK_OBJECT_HANDLE key) {
  char word[32];
  snprintf(word, sizeof word, "sign-%lx", mechanism->mechanism);
  tell(word);
  if (mechanism->mechanism == CKM_SHA256_RSA_PKCS && asked_for("refuses-hash")) return CKR_MECHANISM_INVALID;
  return real->C_SignInit(session, mechanism, key);
}

static CK_RV sign(CK_SESSION_HANDLE session, CK_BYTE_PTR data, CK_ULONG length, CK_BYTE_PTR to, CK_ULONG_PTR written) {
  if (asked_for("removed")) return CKR_DEVICE_REMOVED;
  if (asked_for("not-present")) return CKR_TOKEN_NOT_PRESENT;
  if (asked_for("session-closed")) return CKR_SESSION_CLOSED;
  if (asked_for("in-again")) return CKR_USER_NOT_LOGGED_IN;
  if (asked_for("pulled-out")) {
    pulled = 1;
    return CKR_DEVICE_ERROR;
  }
  if (asked_for("breaks")) return CKR_DEVICE_ERROR;
  CK_RV rv = real->C_Sign(session, data, length, to, written);
  if (to && asked_for("lies")) to[7] ^= 1;
  return rv;
}

static CK_RV finish(CK_VOID_PTR reserved) {
  pulled = tried = 0;
  tell("finish");
  return real->C_Finalize(reserved);
}

CK_RV C_GetFunctionList(CK_FUNCTION_LIST_PTR_PTR list) {
  CK_C_GetFunctionList get = (CK_C_GetFunctionList)dlsym(dlopen(REAL, RTLD_NOW), "C_GetFunctionList");
  if (!get) return CKR_GENERAL_ERROR;
  CK_RV rv = get(&real);
  ours = *real;
  ours.C_GetFunctionList = C_GetFunctionList;
  ours.C_GetSlotList = slots;
  ours.C_GetTokenInfo = token;
  ours.C_GetMechanismList = mechanisms;
  ours.C_OpenSession = open_session;
  ours.C_CloseSession = close_session;
  ours.C_Login = login;
  ours.C_Logout = logout;
  ours.C_SignInit = begin;
  ours.C_Sign = sign;
  ours.C_Finalize = finish;
  *list = &ours;
  return rv;
}
