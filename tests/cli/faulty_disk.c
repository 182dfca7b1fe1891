/* Loaded before the C library: writing to files below FAULTY_DISK fails from the call number FAULTY_FROM on, with what
   FAULTY_WITH says: "broken" (an input/output error), "full" (no space left; bringing
   what is written to the disk still works) or "kill" (the process dies on the spot).
   The number of calls so far stands in the file FAULTY_COUNT. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long calls = 0;

static int lies_below(int file, const char *folder) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strncmp(path, folder, strlen(folder)) == 0;
}

static void note(long number) {
    const char *name = getenv("FAULTY_COUNT");
    FILE *out = name ? fopen(name, "w") : NULL;
    if (out) {
        fprintf(out, "%ld", number);
        fclose(out);
    }
}

static int is_full(void) {
    const char *with = getenv("FAULTY_WITH");
    return with && strcmp(with, "full") == 0;
}

static int fault(void) {
    const char *with = getenv("FAULTY_WITH");
    if (with && strcmp(with, "kill") == 0) kill(getpid(), SIGKILL);
    return is_full() ? ENOSPC : EIO;
}

static int is_faulty(int file) {
    const char *folder = getenv("FAULTY_DISK"), *from = getenv("FAULTY_FROM");
    int kept = errno, faulty = 0;
    if (folder && from && lies_below(file, folder)) {
        pthread_mutex_lock(&lock);
        note(calls);
        faulty = calls++ >= atol(from);
        pthread_mutex_unlock(&lock);
    }
    errno = faulty ? fault() : kept;
    return faulty;
}

#define FAULTY_WHERE(fails, type, name, given, passed)             \
    type name given {                                              \
        static type(*real) given;                                  \
        if (!real) *(void **)&real = dlsym(RTLD_NEXT, #name);      \
        return (fails) ? -1 : real passed;                         \
    }
#define FAULTY(type, name, given, passed) FAULTY_WHERE(is_faulty(file), type, name, given, passed)
#define FAULTY_SYNC(name) FAULTY_WHERE(!is_full() && is_faulty(file), int, name, (int file), (file))

FAULTY(ssize_t, write, (int file, const void *data, size_t size), (file, data, size))
FAULTY(ssize_t, pwrite, (int file, const void *data, size_t size, off_t place), (file, data, size, place))
FAULTY(ssize_t, pwrite64, (int file, const void *data, size_t size, off64_t place), (file, data, size, place))
FAULTY(ssize_t, writev, (int file, const struct iovec *parts, int count), (file, parts, count))
FAULTY_SYNC(fsync)
FAULTY_SYNC(fdatasync)
