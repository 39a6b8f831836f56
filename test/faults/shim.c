// Preloaded into a process, writes down what it does to the files under FAULTS_ROOT, in order, below the C library: what
// a power cut may take away again. replay.ts reads the record. One lock is held over each call and its record, so the
// order in the record is the order in which things happened. The shared memory of SQLite (-shm) is mapped, never
// durable, and made anew after a cut: it is left out. Build: cc -shared -fPIC -O2 -o shim.so shim.c -ldl -lpthread
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

// A record: its kind, the file's number, an offset, the length of what follows, and that.
struct __attribute__((packed)) record { char kind; uint64_t file; uint64_t offset; uint32_t length; };

enum { FILES = 4096 };
enum watched { NO = 0, A_FILE, A_DIRECTORY, THE_ACKNOWLEDGEMENTS };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *root, *acknowledgements;
static int record_fd = -1;
static struct { enum watched kind; uint64_t file; char *path; } open_files[FILES];

#define REAL(type, name) ((type)dlsym(RTLD_NEXT, #name))
typedef ssize_t (*write_call)(int, const void *, size_t);
typedef ssize_t (*pwrite_call)(int, const void *, size_t, off64_t);

static void give_up(const char *what) {
  fprintf(stderr, "shim: %s\n", what);
  abort();
}

__attribute__((constructor)) static void begin(void) {
  static char real_root[PATH_MAX];
  const char *record = getenv("FAULTS_RECORD");
  acknowledgements = getenv("FAULTS_ACKNOWLEDGEMENTS");
  if (!record || !getenv("FAULTS_ROOT") || !acknowledgements) give_up("FAULTS_* are not set");
  if (!realpath(getenv("FAULTS_ROOT"), real_root)) give_up("no FAULTS_ROOT");
  record_fd = REAL(int (*)(const char *, int, ...), open)(record, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (record_fd < 0) give_up("the record cannot be opened");
  root = real_root;
}

static void put(char kind, uint64_t file, uint64_t offset, const void *bytes, size_t length) {
  struct record head = {kind, file, offset, (uint32_t)length};
  struct iovec parts[2] = {{&head, sizeof head}, {(void *)bytes, length}};
  if (writev(record_fd, parts, 2) != (ssize_t)(sizeof head + length)) give_up("the record cannot be written");
}

static const char *below_root(const char *path) {
  size_t length = root ? strlen(root) : 0;
  if (!root || strncmp(path, root, length) || (path[length] && path[length] != '/')) return NULL;
  const char *dash = strrchr(path, '-');
  return dash && !strcmp(dash, "-shm") ? NULL : path[length] ? path + length + 1 : "";
}

static void put_path(char kind, uint64_t file, const char *path) { put(kind, file, 0, path, strlen(path)); }

static uint64_t number_of(int fd) {
  struct stat64 found;
  return fstat64(fd, &found) ? 0 : found.st_ino;
}

static void remember(int fd, enum watched kind, const char *path) {
  if (fd >= FILES) give_up("too many open files");
  free(open_files[fd].path);
  open_files[fd].kind = kind;
  open_files[fd].file = number_of(fd);
  open_files[fd].path = strdup(path);
}

static int open_and_record(int (*real)(const char *, int, ...), const char *path, int flags, mode_t mode) {
  const char *name = below_root(path);
  int is_acknowledgements = acknowledgements && !strcmp(path, acknowledgements);
  if (!name && !is_acknowledgements) {
    int fd = real(path, flags, mode);
    if (fd >= 0 && fd < FILES) open_files[fd].kind = NO;
    return fd;
  }
  pthread_mutex_lock(&lock);
  int is_new = (flags & O_CREAT) && access(path, F_OK) != 0;
  int fd = real(path, flags, mode), error = errno;
  if (fd >= 0) {
    struct stat64 found;
    int is_directory = !fstat64(fd, &found) && S_ISDIR(found.st_mode);
    remember(fd, is_acknowledgements ? THE_ACKNOWLEDGEMENTS : is_directory ? A_DIRECTORY : A_FILE, name ? name : path);
    if (name && is_new) put_path('C', number_of(fd), name);
    else if (name && (flags & O_TRUNC)) put('T', number_of(fd), 0, NULL, 0);
  }
  pthread_mutex_unlock(&lock);
  errno = error;
  return fd;
}

#define OPEN(name)                                                          \
  int name(const char *path, int flags, ...) {                              \
    va_list rest;                                                           \
    va_start(rest, flags);                                                  \
    mode_t mode = va_arg(rest, mode_t);                                     \
    va_end(rest);                                                           \
    return open_and_record(REAL(int (*)(const char *, int, ...), name), path, flags, mode); \
  }
OPEN(open)
OPEN(open64)

static void note_bytes(int fd, uint64_t offset, const void *bytes, ssize_t written) {
  if (written <= 0) return;
  if (open_files[fd].kind == THE_ACKNOWLEDGEMENTS) put('A', 0, 0, bytes, (size_t)written);
  else put('W', open_files[fd].file, offset, bytes, (size_t)written);
}

static int is_watched(int fd) { return fd >= 0 && fd < FILES && open_files[fd].kind != NO; }

ssize_t write(int fd, const void *bytes, size_t length) {
  static write_call real;
  if (!real) real = REAL(write_call, write);
  if (!is_watched(fd)) return real(fd, bytes, length);
  pthread_mutex_lock(&lock);
  struct stat64 found;
  int appends = (fcntl(fd, F_GETFL) & O_APPEND) && !fstat64(fd, &found);
  uint64_t offset = appends ? (uint64_t)found.st_size : (uint64_t)lseek64(fd, 0, SEEK_CUR);
  ssize_t written = real(fd, bytes, length);
  int error = errno;
  note_bytes(fd, offset, bytes, written);
  pthread_mutex_unlock(&lock);
  errno = error;
  return written;
}

#define PWRITE(name)                                                             \
  ssize_t name(int fd, const void *bytes, size_t length, off64_t offset) {       \
    static pwrite_call real;                                                     \
    if (!real) real = REAL(pwrite_call, name);                                   \
    if (!is_watched(fd)) return real(fd, bytes, length, offset);                 \
    pthread_mutex_lock(&lock);                                                   \
    ssize_t written = real(fd, bytes, length, offset);                           \
    int error = errno;                                                           \
    note_bytes(fd, (uint64_t)offset, bytes, written);                            \
    pthread_mutex_unlock(&lock);                                                 \
    errno = error;                                                               \
    return written;                                                              \
  }
PWRITE(pwrite)
PWRITE(pwrite64)

// Counted on only when it succeeded: what is under way when the power goes was not flushed.
#define FLUSH(name)                                                              \
  int name(int fd) {                                                             \
    int (*real)(int) = REAL(int (*)(int), name);                                 \
    if (!is_watched(fd)) return real(fd);                                        \
    pthread_mutex_lock(&lock);                                                   \
    int result = real(fd), error = errno;                                        \
    if (!result && open_files[fd].kind == A_FILE) put('S', open_files[fd].file, 0, NULL, 0); \
    if (!result && open_files[fd].kind == A_DIRECTORY) put_path('D', 0, open_files[fd].path); \
    pthread_mutex_unlock(&lock);                                                 \
    errno = error;                                                               \
    return result;                                                               \
  }
FLUSH(fsync)
FLUSH(fdatasync)

#define TRUNCATE(name)                                                           \
  int name(int fd, off64_t length) {                                             \
    int (*real)(int, off64_t) = REAL(int (*)(int, off64_t), name);               \
    if (!is_watched(fd)) return real(fd, length);                                \
    pthread_mutex_lock(&lock);                                                   \
    int result = real(fd, length), error = errno;                                \
    if (!result) put('T', open_files[fd].file, (uint64_t)length, NULL, 0);       \
    pthread_mutex_unlock(&lock);                                                 \
    errno = error;                                                               \
    return result;                                                               \
  }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

#define NAME(kind, name, arguments, path, ...)                                   \
  int name arguments {                                                           \
    int (*real) arguments = REAL(int (*) arguments, name);                       \
    const char *below = below_root(path);                                        \
    if (!below) return real(__VA_ARGS__);                                        \
    pthread_mutex_lock(&lock);                                                   \
    int result = real(__VA_ARGS__), error = errno;                               \
    if (!result) put_path(kind, 0, below);                                       \
    pthread_mutex_unlock(&lock);                                                 \
    errno = error;                                                               \
    return result;                                                               \
  }
NAME('U', unlink, (const char *path), path, path)
NAME('K', rmdir, (const char *path), path, path)
NAME('M', mkdir, (const char *path, mode_t mode), path, path, mode)

int rename(const char *from, const char *to) {
  int (*real)(const char *, const char *) = REAL(int (*)(const char *, const char *), rename);
  const char *old_name = below_root(from), *new_name = below_root(to);
  if (!old_name || !new_name) return real(from, to);
  pthread_mutex_lock(&lock);
  int result = real(from, to), error = errno;
  if (!result) {
    char both[2 * PATH_MAX];
    int length = snprintf(both, sizeof both, "%s%c%s", old_name, 0, new_name);
    put('R', 0, 0, both, (size_t)length);
  }
  pthread_mutex_unlock(&lock);
  errno = error;
  return result;
}

int close(int fd) {
  int (*real)(int) = REAL(int (*)(int), close);
  if (fd >= 0 && fd < FILES) open_files[fd].kind = NO;
  return real(fd);
}
