/* Preloaded before a program: logs, in their order, what it does to the files of one folder, and what it says.

   RECORD_FOLDER names the folder, RECORD_LOG the log. One entry: a letter, the descriptor, a number, the lengths
   of two texts, the texts. o open (number: flags), w write (offset), t truncate (size), s sync, u unlink,
   r rename, k said on standard output. A SQLite built without pwrite seeks and writes: logged all the same. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;
static char watched[4096];

static void say(char what, int fd, int64_t number, const void *a, uint32_t na, const void *b, uint32_t nb) {
    static int log = -2;
    struct __attribute__((packed)) { char what; int32_t fd; int64_t number; uint32_t na, nb; } head = {what, fd, number, na, nb};
    pthread_mutex_lock(&one);
    if (log == -2) log = syscall(SYS_openat, AT_FDCWD, getenv("RECORD_LOG"), O_WRONLY | O_CREAT | O_APPEND, 0600);
    syscall(SYS_write, log, &head, sizeof head);
    if (na) syscall(SYS_write, log, a, na);
    if (nb) syscall(SYS_write, log, b, nb);
    pthread_mutex_unlock(&one);
}
static int ours(const char *path) {
    const char *folder = getenv("RECORD_FOLDER");
    size_t n = folder ? strlen(folder) : 0;
    return n && !strncmp(path, folder, n) && (path[n] == 0 || path[n] == '/');
}
static int known(int fd) { return fd >= 0 && fd < (int)sizeof watched && watched[fd]; }

static int opened(const char *path, int flags, int fd) {
    if (fd < 0 || fd >= (int)sizeof watched) return fd;
    watched[fd] = ours(path);
    if (watched[fd]) say('o', fd, flags, path, strlen(path), 0, 0);
    return fd;
}
#define OPEN(name) int name(const char *path, int flags, ...) { va_list rest; va_start(rest, flags); \
    int mode = va_arg(rest, int); va_end(rest); return opened(path, flags, REAL(name)(path, flags, mode)); }
OPEN(open) OPEN(open64)

#define WRITE(name, off) ssize_t name(int fd, const void *data, size_t n, off at) { \
    ssize_t done = REAL(name)(fd, data, n, at); if (known(fd) && done > 0) say('w', fd, at, data, done, 0, 0); return done; }
WRITE(pwrite, off_t) WRITE(pwrite64, off64_t)

#define SHORTEN(name, off) int name(int fd, off size) { \
    int done = REAL(name)(fd, size); if (known(fd) && !done) say('t', fd, size, 0, 0, 0, 0); return done; }
SHORTEN(ftruncate, off_t) SHORTEN(ftruncate64, off64_t)

#define SYNC(name) int name(int fd) { int done = REAL(name)(fd); if (known(fd) && !done) say('s', fd, 0, 0, 0, 0, 0); return done; }
SYNC(fsync) SYNC(fdatasync)

int close(int fd) { if (known(fd)) watched[fd] = 0; return REAL(close)(fd); }
int unlink(const char *path) { int done = REAL(unlink)(path); if (!done && ours(path)) say('u', -1, 0, path, strlen(path), 0, 0); return done; }
int rename(const char *from, const char *to) {
    int done = REAL(rename)(from, to);
    if (!done && ours(to)) say('r', -1, 0, from, strlen(from), to, strlen(to));
    return done;
}
ssize_t write(int fd, const void *data, size_t n) {
    int of_ours = known(fd);
    off_t at = of_ours ? lseek(fd, 0, SEEK_CUR) : 0;
    if (fd == 1 && getenv("RECORD_LOG")) say('k', fd, 0, data, n, 0, 0);
    ssize_t done = REAL(write)(fd, data, n);
    if (of_ours && done > 0) say('w', fd, at, data, done, 0, 0);
    return done;
}
